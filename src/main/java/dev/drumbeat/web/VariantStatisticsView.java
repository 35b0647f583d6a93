package dev.drumbeat.web;

import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.StepNumbers;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the messages of one variant of a step amount to, each number with its list. */
record VariantStatisticsView(
    String id,
    String label,
    int weight,
    CountView sent,
    CountView refused,
    CountView skipped,
    CountView unknown,
    CountView cameBack,
    CountView delivered) {

  /** Those of a step in their order; null when it has none. */
  static @Nullable List<VariantStatisticsView> all(StepNumbers step, NumberLinks links) {
    Step there = step.step();
    return there == null || there.mail().variants().isEmpty()
        ? null
        : there.mail().variants().stream()
            .map(variant -> of(variant, step.numbers().ofVariant(variant.id()), links))
            .toList();
  }

  private static VariantStatisticsView of(Variant variant, Numbers numbers, NumberLinks ofStep) {
    NumberLinks links = ofStep.saying(variant.id());
    return new VariantStatisticsView(
        variant.id(),
        variant.label(),
        variant.weight(),
        links.sends(numbers.sent(), SendState.SENT),
        links.sends(numbers.refused(), SendState.REJECTED),
        links.sends(numbers.skipped(), NumberLinks.SKIPPED),
        links.sends(numbers.unknown(), SendState.UNKNOWN),
        links.cameBack(numbers.cameBack()),
        links.delivered(numbers.delivered()));
  }
}
