package dev.drumbeat.web.page;

import dev.drumbeat.audience.FieldChoice;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.AccountHealth;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceFilter;
import dev.drumbeat.sequence.SequenceSummary;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the four bands of a plan can choose from. */
public final class PlanModel {

  private static final int MOST_SEQUENCES = 500;

  private final PlanChoices choices;
  private final Links links;
  private final Texts texts;

  public PlanModel(PlanChoices choices, Links links, Texts texts) {
    this.choices = choices;
    this.links = links;
    this.texts = texts;
  }

  /** The choices of a reader; a filter that is already chosen is among them. */
  Map<String, Object> of(Actor reader, @Nullable Long chosenFilter) {
    Map<String, Object> model = new HashMap<>();
    model.put("filters", filters(reader, chosenFilter));
    model.put("fields", choices.first().addressFields(reader).stream().map(this::field).toList());
    model.put("zoneFields", choices.first().zoneFields(reader).stream().map(this::field).toList());
    model.put("nextLook", "");
    model.put("sequences", sequences(reader));
    model.put("accounts", choices.first().accounts(reader).stream().map(this::account).toList());
    model.put("days", Stream.of(DayOfWeek.values()).map(day -> day(day, reader)).toList());
    model.put("zones", zones());
    model.put("email", choices.people().email(reader.userKey()).orElse(""));
    model.put("zone", reader.zone().getId());
    model.put("mayLaunch", reader.has(Right.LAUNCH_CAMPAIGNS));
    model.put("launchRight", texts.of(Right.LAUNCH_CAMPAIGNS.key()));
    model.put("administers", reader.has(Right.ADMINISTER));
    model.put("addressField", choices.first().addressField(reader));
    model.put("hold", choices.sending().hold().map(texts::of).orElse(""));
    model.put("confirmAbove", choices.rules().get().confirmAbove());
    model.put("newSequence", links.page("sequences/new").toString());
    model.put("accountsPage", links.page("accounts").toString());
    return model;
  }

  /** When a live audience was last looked at and is looked at next; empty for another. */
  String nextLook(Campaign campaign, Actor reader) {
    Instant last = campaign.admission().evaluatedAt();
    return campaign
        .nextLook()
        .map(
            next ->
                last == null
                    ? texts.of("drumbeat.plan.next-look", Times.text(next, reader))
                    : texts.of(
                        "drumbeat.plan.last-look",
                        Times.text(last, reader),
                        Times.text(next, reader)))
        .orElse("");
  }

  private List<Map<String, ?>> filters(Actor reader, @Nullable Long chosen) {
    List<Map<String, ?>> all = new ArrayList<>();
    choices
        .filters()
        .of(reader.userKey())
        .forEach(f -> all.add(option(Long.toString(f.id()), f.name())));
    if (chosen != null && all.stream().noneMatch(f -> chosen.toString().equals(f.get("id")))) {
      choices
          .filters()
          .find(reader.userKey(), chosen)
          .ifPresent(f -> all.add(0, option(Long.toString(f.id()), f.name())));
    }
    return all;
  }

  private Map<String, ?> field(FieldChoice field) {
    Object label = field.label();
    return option(field.id(), label instanceof Reason key ? texts.of(key) : label.toString());
  }

  private List<Map<String, ?>> sequences(Actor reader) {
    List<Map<String, ?>> all = new ArrayList<>();
    for (SequenceSummary s :
        choices.sequences().page(reader, SequenceFilter.ALL, 0, MOST_SEQUENCES)) {
      all.add(option(Long.toString(s.id()), s.name()));
    }
    return all;
  }

  private Map<String, ?> account(MailAccount account) {
    return Map.of(
        "id",
        Long.toString(account.id()),
        "name",
        account.settings().name(),
        "from",
        account.settings().sender().address().text(),
        "paused",
        account.paused(),
        "state",
        state(account.health()));
  }

  private static String state(AccountHealth health) {
    if (health.smtp().hasFailed() || health.imap().hasFailed()) {
      return "failed";
    }
    return health.isGood() ? "ok" : "unchecked";
  }

  private static Map<String, ?> day(DayOfWeek day, Actor reader) {
    return option(day.name().substring(0, 3), day.getDisplayName(TextStyle.SHORT, reader.locale()));
  }

  private static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream().filter(z -> z.contains("/")).sorted().toList();
  }

  private static Map<String, ?> option(String id, String name) {
    return Map.of("id", id, "name", name);
  }
}
