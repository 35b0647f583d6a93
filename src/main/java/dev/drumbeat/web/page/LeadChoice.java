package dev.drumbeat.web.page;

import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which leads of a campaign the address asks for: in a state, perhaps for a reason, or of whom
 * something may be said; at a step, or 0 for any. Words that mean nothing ask for nothing.
 */
record LeadChoice(
    @Nullable EnrollmentState state,
    @Nullable PauseReason pause,
    @Nullable EndReason end,
    @Nullable RunTrait trait,
    long step) {

  static LeadChoice of(PageRequest request) {
    Optional<EnrollmentState> state = request.query("state").flatMap(EnrollmentState::of);
    Optional<String> reason = request.query("reason").filter(word -> state.isPresent());
    boolean isPaused = state.filter(EnrollmentState.PAUSED::equals).isPresent();
    boolean isOver = state.filter(EnrollmentState::isOver).isPresent();
    return new LeadChoice(
        state.orElse(null),
        reason.filter(word -> isPaused).flatMap(PauseReason::of).orElse(null),
        reason.filter(word -> isOver).flatMap(EndReason::of).orElse(null),
        state.isPresent() ? null : request.query("has").flatMap(RunTrait::of).orElse(null),
        request.query("step").filter(q -> q.matches("\\d{1,18}")).map(Long::valueOf).orElse(0L));
  }

  EnrollmentFilter filter(long campaignId) {
    EnrollmentFilter filter = EnrollmentFilter.ofCampaign(campaignId);
    filter = state == null ? filter : filter.in(state);
    filter = pause == null ? filter : filter.because(pause);
    filter = end == null ? filter : filter.because(end);
    filter = trait == null ? filter : filter.that(trait);
    return step == 0 ? filter : filter.at(step);
  }

  /** How many there are, without counting them. */
  long amount(Numbers numbers) {
    Numbers there = step == 0 ? numbers : numbers.at(step);
    if (pause != null) {
      return there.paused(pause);
    }
    if (end != null) {
      return there.ended(end);
    }
    if (state != null) {
      return there.runs(state);
    }
    return trait == null ? there.leads() : there.that(trait);
  }

  /** The choices that somebody has, with how many each would show. */
  List<Map<String, Object>> all(Numbers numbers, Texts texts, Actor reader) {
    List<Map<String, Object>> all = new ArrayList<>();
    boolean isAny = state == null && trait == null;
    all.add(choice(texts.of("drumbeat.leads.all"), numbers.leads(), "", isAny, reader));
    for (EnrollmentState each : EnrollmentState.values()) {
      long amount = numbers.runs(each);
      if (amount > 0 || each == state) {
        String name = texts.of("drumbeat.enrollment." + each.word());
        all.add(choice(name, amount, "&state=" + each.word(), each == state, reader));
      }
    }
    for (RunTrait each : List.of(RunTrait.REPLIED, RunTrait.UNSUBSCRIBED)) {
      String name = texts.of("drumbeat.figure." + each.word());
      all.add(choice(name, numbers.that(each), "&has=" + each.word(), each == trait, reader));
    }
    narrower(numbers, texts, reader, all);
    return all;
  }

  /** Of the state that is chosen the reasons. */
  private void narrower(Numbers numbers, Texts texts, Actor reader, List<Map<String, Object>> all) {
    if (state == EnrollmentState.PAUSED) {
      numbers
          .pauses()
          .forEach(
              (why, n) ->
                  all.add(
                      choice(
                          texts.of("drumbeat.pause." + why.word()),
                          n,
                          "&state=paused&reason=" + why.word(),
                          why == pause,
                          reader)));
    } else if (state != null && state.isOver()) {
      numbers
          .ends()
          .forEach(
              (why, n) -> {
                if (why.state() == state) {
                  String query = "&state=" + state.word() + "&reason=" + why.word();
                  String name = texts.of("drumbeat.end." + why.word());
                  all.add(choice(name, n, query, why == end, reader));
                }
              });
    }
  }

  private static Map<String, Object> choice(
      String name, long amount, String query, boolean chosen, Actor reader) {
    return Map.of(
        "name",
        name,
        "value",
        Amounts.text(amount, reader),
        "url",
        "?view=leads" + query,
        "chosen",
        chosen);
  }
}
