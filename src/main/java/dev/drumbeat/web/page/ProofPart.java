package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.VisibleSends;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That every message which was planned is accounted for, with the lists to look it up in. */
public final class ProofPart implements CampaignPart {

  private static final int PER_PAGE = 50;
  private static final List<SendsShown> SUM =
      List.of(
          SendsShown.SENT,
          SendsShown.REFUSED,
          SendsShown.SKIPPED,
          SendsShown.UNKNOWN,
          SendsShown.OPEN);

  private final Statistics statistics;
  private final VisibleSends sends;
  private final CampaignWords words;
  private final Links links;
  private final Texts texts;

  public ProofPart(Statistics statistics, VisibleSends sends, Links links, Texts texts) {
    this.statistics = statistics;
    this.sends = sends;
    this.words = new CampaignWords(texts, links);
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String view() {
    return "proof";
  }

  @Override
  public String title() {
    return "drumbeat.campaign.view.proof";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return campaign.isLaunched();
  }

  @Override
  public String template() {
    return "campaign-proof.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    Actor reader = request.reader();
    Numbers numbers = statistics.get(reader, campaign.id()).numbers();
    Optional<SendsShown> show = request.query("show").flatMap(SendsShown::of);
    Map<String, Object> model = new HashMap<>();
    model.put("people", people(campaign, numbers, reader));
    model.put("planned", line(SendsShown.PLANNED, numbers, reader));
    model.put("parts", SUM.stream().map(part -> line(part, numbers, reader)).toList());
    model.put("isListed", show.isPresent());
    show.ifPresent(chosen -> model.putAll(list(chosen, request, campaign, numbers)));
    return model;
  }

  private List<Map<String, Object>> people(Campaign campaign, Numbers numbers, Actor reader) {
    List<Map<String, Object>> people = new ArrayList<>();
    long leftOut = campaign.admission().leftOut();
    people.add(person("looked-at", numbers.leads() + leftOut, "", reader));
    people.add(person("left-out", leftOut, "?view=left-out", reader));
    people.add(person("leads", numbers.leads(), "?view=leads", reader));
    people.add(person("open", numbers.open(), "?view=leads&has=open", reader));
    people.add(person("over", numbers.leads() - numbers.open(), "?view=leads&has=over", reader));
    return people;
  }

  private Map<String, Object> person(String word, long amount, String url, Actor reader) {
    return Map.of(
        "label",
        words.of("drumbeat.proof." + word),
        "value",
        Amounts.text(amount, reader),
        "url",
        url);
  }

  private Map<String, Object> line(SendsShown part, Numbers numbers, Actor reader) {
    return Map.of(
        "label",
        words.of("drumbeat.sends." + part.word()),
        "value",
        Amounts.text(part.amount(numbers), reader),
        "url",
        "?view=proof&show=" + part.word());
  }

  private Map<String, Object> list(
      SendsShown show, PageRequest request, Campaign campaign, Numbers all) {
    Optional<Long> step =
        request.query("step").filter(q -> q.matches("\\d{1,18}")).map(Long::valueOf);
    SendFilter filter = show.in(SendFilter.ofCampaign(campaign.id()));
    Optional<String> variant = request.query("variant").filter(q -> q.matches("[a-z0-9]{1,20}"));
    Numbers ofStep = step.map(all::at).orElse(all);
    Numbers numbers = variant.map(ofStep::ofVariant).orElse(ofStep);
    SendFilter filterOfStep = step.map(filter::ofStep).orElse(filter);
    List<Send> found =
        sends.page(
            request.reader(),
            variant.map(filterOfStep::saying).orElse(filterOfStep),
            request.startAt(),
            PER_PAGE + 1);
    List<Send> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
    return Map.of(
        "listTitle",
        words.of("drumbeat.sends." + show.word()),
        "total",
        Amounts.text(show.amount(numbers), request.reader()),
        "sends",
        shown.stream().map(send -> row(send, request.reader())).toList(),
        "pages",
        PageLinks.of(
            request,
            words.of("drumbeat.sends." + show.word()),
            shown.size(),
            PER_PAGE,
            found.size() > PER_PAGE));
  }

  private Map<String, Object> row(Send send, Actor reader) {
    Reason why = send.reason();
    Instant at = send.handedOverAt() == null ? send.updatedAt() : send.handedOverAt();
    return Map.of(
        "email",
        send.address(),
        "leadUrl",
        links.page("leads?q=" + PageLinks.encoded(send.address())).toString(),
        "subject",
        send.subject() == null ? "" : send.subject(),
        "state",
        words.of("drumbeat.send." + send.state().word()),
        "cameBack",
        send.bouncedAt() != null,
        "at",
        Times.text(at, reader),
        "why",
        why == null ? "" : texts.of(why));
  }
}
