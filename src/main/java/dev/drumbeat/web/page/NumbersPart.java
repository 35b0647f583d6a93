package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.report.CampaignNumbers;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Rate;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.report.StepNumbers;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Variant;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far it is: its goal, its numbers, and its steps as a funnel. Each number is a link. */
public final class NumbersPart implements CampaignPart {

  private final Statistics statistics;
  private final CampaignWords words;

  public NumbersPart(Statistics statistics, Links links, Texts texts) {
    this.statistics = statistics;
    this.words = new CampaignWords(texts, links);
  }

  @Override
  public String view() {
    return "numbers";
  }

  @Override
  public String title() {
    return "drumbeat.campaign.view.numbers";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return campaign.isLaunched();
  }

  @Override
  public String template() {
    return "campaign-numbers.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    Actor reader = request.reader();
    CampaignNumbers read = statistics.get(reader, campaign.id());
    Numbers numbers = read.numbers();
    Map<String, Object> model = new HashMap<>();
    model.put("goal", words.goal(campaign, numbers, reader));
    model.put("next", next(campaign, reader));
    model.put("figures", figures(numbers, campaign, reader));
    model.put("states", states(numbers, reader));
    model.put("steps", read.steps().stream().map(s -> step(s, numbers, reader)).toList());
    return model;
  }

  private String next(Campaign campaign, Actor reader) {
    Optional<Instant> next =
        Optional.ofNullable(statistics.nextSends(List.of(campaign.id())).get(campaign.id()));
    return next.map(at -> words.of("drumbeat.campaign.next-send", Times.text(at, reader)))
        .orElse("");
  }

  private List<Map<String, Object>> figures(Numbers numbers, Campaign campaign, Actor reader) {
    List<Map<String, Object>> figures = new ArrayList<>();
    figures.add(figure("leads", numbers.leads(), "?view=leads", "", reader));
    figures.add(figure("left-out", campaign.admission().leftOut(), "?view=left-out", "", reader));
    figures.add(figure("reached", numbers.reached(), has(RunTrait.DELIVERED), "", reader));
    figures.add(
        figure(
            "replied",
            numbers.replied(),
            has(RunTrait.REPLIED),
            share("drumbeat.rate.of-reached", Rate.reply(numbers), reader),
            reader));
    figures.add(
        figure(
            "unsubscribed",
            numbers.unsubscribed(),
            has(RunTrait.UNSUBSCRIBED),
            share("drumbeat.rate.of-reached", Rate.unsubscribe(numbers), reader),
            reader));
    figures.add(figure("sent", numbers.sent(), "?view=proof&show=sent", "", reader));
    figures.add(
        figure(
            "came-back",
            numbers.cameBack() + numbers.refused(),
            "?view=proof&show=bounced",
            share("drumbeat.rate.of-tried", Rate.bounce(numbers), reader),
            reader));
    return figures;
  }

  private static String has(RunTrait trait) {
    return "?view=leads&has=" + trait.word();
  }

  private String share(String key, Rate rate, Actor reader) {
    String share = Amounts.text(rate, reader);
    return share.isEmpty() ? "" : words.of(key, share);
  }

  private Map<String, Object> figure(
      String word, long amount, String url, String note, Actor reader) {
    return Map.of(
        "label",
        words.of("drumbeat.figure." + word),
        "value",
        Amounts.text(amount, reader),
        "url",
        url,
        "note",
        note);
  }

  private List<Map<String, Object>> states(Numbers numbers, Actor reader) {
    List<Map<String, Object>> states = new ArrayList<>();
    state(states, EnrollmentState.PENDING, numbers, reader);
    state(states, EnrollmentState.ACTIVE, numbers, reader);
    numbers
        .pauses()
        .forEach(
            (why, n) ->
                states.add(
                    state(
                        EnrollmentState.PAUSED,
                        words.of("drumbeat.pause." + why.word()),
                        n,
                        "?view=leads&state=paused&reason=" + why.word(),
                        reader)));
    numbers
        .ends()
        .forEach(
            (why, n) ->
                states.add(
                    state(
                        why.state(),
                        words.of("drumbeat.end." + why.word()),
                        n,
                        "?view=leads&state=" + why.state().word() + "&reason=" + why.word(),
                        reader)));
    return states;
  }

  private void state(
      List<Map<String, Object>> states, EnrollmentState state, Numbers numbers, Actor reader) {
    long amount = numbers.runs(state);
    if (amount > 0) {
      states.add(state(state, "", amount, "?view=leads&state=" + state.word(), reader));
    }
  }

  private Map<String, Object> state(
      EnrollmentState state, String why, long amount, String url, Actor reader) {
    return Map.of(
        "state",
        words.of("drumbeat.enrollment." + state.word()),
        "look",
        CampaignWords.look(state),
        "why",
        why,
        "value",
        Amounts.text(amount, reader),
        "url",
        url);
  }

  private Map<String, Object> step(StepNumbers step, Numbers all, Actor reader) {
    Numbers numbers = step.numbers();
    Step there = step.step();
    String subject = there == null ? null : there.subject();
    String sends = "?view=proof&step=" + step.id() + "&show=";
    String leads = "?view=leads&step=" + step.id() + "&has=";
    Map<String, Object> model = new HashMap<>();
    model.put(
        "name",
        there == null
            ? words.of("drumbeat.step.removed")
            : words.of("drumbeat.step.number", step.position()));
    model.put("subject", subject == null ? "" : subject);
    model.put("value", Math.min(numbers.sent(), all.leads()));
    model.put("max", Math.max(1, all.leads()));
    model.put("sent", link(numbers.sent(), sends + "sent", reader));
    model.put("delivered", link(numbers.delivered(), sends + "delivered", reader));
    model.put("bounced", link(numbers.cameBack() + numbers.refused(), sends + "bounced", reader));
    model.put("replied", link(numbers.replied(), leads + "replied", reader));
    model.put("rate", Amounts.text(Rate.stepReply(numbers), reader));
    model.put("here", link(numbers.open(), leads + "open", reader));
    model.put(
        "variants",
        there == null
            ? List.of()
            : there.mail().variants().stream().map(v -> variant(v, step, reader)).toList());
    return model;
  }

  private Map<String, Object> variant(Variant variant, StepNumbers step, Actor reader) {
    Numbers numbers = step.numbers().ofVariant(variant.id());
    String sends = "?view=proof&step=" + step.id() + "&variant=" + variant.id() + "&show=";
    return Map.of(
        "label",
        variant.label(),
        "share",
        variant.weight() == 0 ? words.of("drumbeat.variant.disabled") : "",
        "subject",
        variant.subject() == null ? "" : variant.subject(),
        "sent",
        link(numbers.sent(), sends + "sent", reader),
        "delivered",
        link(numbers.delivered(), sends + "delivered", reader),
        "bounced",
        link(numbers.cameBack() + numbers.refused(), sends + "bounced", reader));
  }

  private static Map<String, Object> link(long amount, String url, Actor reader) {
    return Map.of("value", Amounts.text(amount, reader), "url", url);
  }
}
