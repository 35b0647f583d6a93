package dev.drumbeat.web;

import dev.drumbeat.campaign.Goal;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.report.CampaignNumbers;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Rate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a campaign amounts to (§19): each number with the list behind it. */
record StatisticsView(
    long campaignId,
    URI self,
    CountView leads,
    Map<String, CountView> byState,
    Map<String, CountView> pausedBecause,
    Map<String, CountView> endedBecause,
    CountView reached,
    CountView replied,
    CountView unsubscribed,
    MessagesView messages,
    Map<String, RateView> rates,
    @Nullable Reached goal,
    List<StepStatisticsView> steps) {

  static StatisticsView of(CampaignNumbers read, Answers answers) {
    Numbers numbers = read.numbers();
    long id = read.campaign().id();
    NumberLinks links = new NumberLinks(id, null, null, answers);
    return new StatisticsView(
        id,
        answers.link("campaigns/" + id + "/statistics"),
        links.leads(numbers.leads()),
        states(numbers, links),
        pauses(numbers, links),
        ends(numbers, links),
        links.trait(numbers.reached(), RunTrait.DELIVERED),
        links.trait(numbers.replied(), RunTrait.REPLIED),
        links.trait(numbers.unsubscribed(), RunTrait.UNSUBSCRIBED),
        MessagesView.of(numbers, links),
        rates(numbers, answers),
        Reached.of(read.campaign().plan().goal(), numbers, links),
        read.steps().stream().map(step -> StepStatisticsView.of(step, links, answers)).toList());
  }

  private static Map<String, CountView> states(Numbers numbers, NumberLinks links) {
    Map<String, CountView> states = new LinkedHashMap<>();
    for (EnrollmentState state : EnrollmentState.values()) {
      states.put(state.word(), links.state(numbers.runs(state), state.word()));
    }
    return states;
  }

  private static Map<String, CountView> pauses(Numbers numbers, NumberLinks links) {
    String paused = EnrollmentState.PAUSED.word();
    Map<String, CountView> pauses = new LinkedHashMap<>();
    numbers
        .pauses()
        .forEach((why, n) -> pauses.put(why.word(), links.reason(n, paused, why.word())));
    return pauses;
  }

  private static Map<String, CountView> ends(Numbers numbers, NumberLinks links) {
    Map<String, CountView> ends = new LinkedHashMap<>();
    numbers.ends().forEach((why, n) -> ends.put(why.word(), ended(n, why, links)));
    return ends;
  }

  private static CountView ended(long count, EndReason why, NumberLinks links) {
    return links.reason(count, why.state().word(), why.word());
  }

  private static Map<String, RateView> rates(Numbers numbers, Answers answers) {
    Map<String, RateView> rates = new LinkedHashMap<>();
    rates.put("reply", RateView.of(Rate.reply(numbers), answers.text("drumbeat.rate.reply")));
    rates.put("bounce", RateView.of(Rate.bounce(numbers), answers.text("drumbeat.rate.bounce")));
    rates.put(
        "unsubscribe",
        RateView.of(Rate.unsubscribe(numbers), answers.text("drumbeat.rate.unsubscribe")));
    return rates;
  }

  /** How far the goal is. */
  record Reached(String metric, @Nullable Integer target, CountView reached) {

    static @Nullable Reached of(@Nullable Goal goal, Numbers numbers, NumberLinks links) {
      return goal == null
          ? null
          : new Reached(
              goal.metric().word(),
              goal.target(),
              links.trait(numbers.replied(), RunTrait.REPLIED));
    }
  }
}
