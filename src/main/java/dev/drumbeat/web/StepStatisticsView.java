package dev.drumbeat.web;

import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Rate;
import dev.drumbeat.report.StepNumbers;
import dev.drumbeat.sequence.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step amounts to. One that was removed from its sequence has no position; {@code here}
 * are the leads who get it next.
 */
record StepStatisticsView(
    long stepId,
    @Nullable Integer position,
    @Nullable String subject,
    CountView here,
    CountView replied,
    MessagesView messages,
    RateView replyRate,
    @Nullable List<VariantStatisticsView> variants) {

  static StepStatisticsView of(StepNumbers step, NumberLinks ofCampaign, Answers answers) {
    Step there = step.step();
    Numbers numbers = step.numbers();
    NumberLinks links = ofCampaign.at(step.id());
    return new StepStatisticsView(
        step.id(),
        there == null ? null : step.position(),
        there == null ? null : there.title(),
        links.trait(numbers.open(), RunTrait.OPEN),
        links.trait(numbers.replied(), RunTrait.REPLIED),
        MessagesView.of(numbers, links),
        RateView.of(Rate.stepReply(numbers), answers.text("drumbeat.rate.step-reply")),
        VariantStatisticsView.all(step, links));
  }
}
