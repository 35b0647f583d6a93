package dev.drumbeat.web.page;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.report.Histories;
import dev.drumbeat.report.HistoryEntry;
import dev.drumbeat.report.HistoryKind;
import dev.drumbeat.report.Leads;
import dev.drumbeat.report.Person;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person: who it is, whether we may write, the runs, and the time line over all of them. */
public final class PersonPart {

  private static final int SIZE = 50;

  private final Leads leads;
  private final Histories histories;
  private final LeadLines lines;
  private final HistoryLines history;
  private final Links links;
  private final Texts texts;

  public PersonPart(
      Leads leads,
      Histories histories,
      LeadLines lines,
      HistoryLines history,
      Links links,
      Texts texts) {
    this.leads = leads;
    this.histories = histories;
    this.lines = lines;
    this.history = history;
    this.links = links;
    this.texts = texts;
  }

  Map<String, ?> model(PageRequest request, MailAddress address) {
    Actor reader = request.reader();
    Person person = leads.person(reader, address);
    HistoryKind only = kind(request);
    Address here = Address.of(links.page("leads")).with("q", person.address().text());
    Address shown = only == null ? here : here.with("kind", word(only));
    List<HistoryEntry> found = histories.page(reader, person, only, request.startAt(), SIZE + 1);
    Map<String, Object> model = new HashMap<>();
    model.put("address", person.address().text());
    model.put("name", person.name() == null ? "" : person.name());
    model.put(
        "runs",
        person.runs().stream()
            .map(run -> lines.run(run, person.campaigns().get(run.campaignId()), reader))
            .toList());
    model.put("forbidden", person.inForce().stream().map(s -> forbidden(s, reader)).toList());
    model.put("mayWrite", person.inForce().stream().noneMatch(s -> s.scope().campaignId() == null));
    model.put("campaigns", campaigns(person, reader));
    model.put("kinds", kinds(here, only));
    model.put(
        "history",
        found.stream().limit(SIZE).map(entry -> history.of(entry, person, reader)).toList());
    model.put("pager", new Pager(shown, request.startAt(), SIZE, found.size() <= SIZE).model());
    return model;
  }

  /** Those for which alone the person may be left alone. */
  private static List<Map<String, String>> campaigns(Person person, Actor reader) {
    return person.campaigns().values().stream()
        .filter(campaign -> campaign.isVisibleTo(reader))
        .sorted(Comparator.comparing(Campaign::id))
        .map(one -> Map.of("id", Long.toString(one.id()), "name", one.plan().name()))
        .toList();
  }

  private Map<String, ?> forbidden(Suppression suppression, Actor reader) {
    return Map.of(
        "id",
        Long.toString(suppression.id()),
        "sentence",
        texts.of(suppression.reason().reason()),
        "scope",
        scope(suppression),
        "by",
        history.who(suppression.createdBy(), suppression.createdAt(), reader),
        "note",
        suppression.note() == null ? "" : suppression.note());
  }

  private String scope(Suppression suppression) {
    if (suppression.domain() != null) {
      return texts.of("drumbeat.leads.scope.domain", suppression.domain());
    }
    return texts.of(
        suppression.scope().campaignId() == null
            ? "drumbeat.leads.scope.instance"
            : "drumbeat.leads.scope.campaign");
  }

  /** All of it first, then each kind alone. */
  private List<Map<String, ?>> kinds(Address here, @Nullable HistoryKind chosen) {
    List<Map<String, ?>> all = new ArrayList<>();
    all.add(kind(texts.of("drumbeat.leads.kind.all"), here, chosen == null));
    for (HistoryKind kind : HistoryKind.values()) {
      String name = texts.of("drumbeat.leads.kind." + word(kind));
      all.add(kind(name, here.with("kind", word(kind)), kind == chosen));
    }
    return all;
  }

  private static Map<String, ?> kind(String name, Address address, boolean chosen) {
    return Map.of("name", name, "url", address.toString(), "chosen", chosen);
  }

  private static @Nullable HistoryKind kind(PageRequest request) {
    Optional<String> word = request.query("kind");
    return Stream.of(HistoryKind.values())
        .filter(kind -> word.filter(word(kind)::equals).isPresent())
        .findFirst()
        .orElse(null);
  }

  private static String word(HistoryKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
