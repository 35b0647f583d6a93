package dev.drumbeat.web;

import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variant of a step as REST prints it. */
record VariantView(
    String id,
    String label,
    int weight,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text) {

  /** Those of a step in their order; null when it has none. */
  static @Nullable List<VariantView> all(Step step) {
    List<Variant> variants = step.mail().variants();
    return variants.isEmpty() ? null : variants.stream().map(VariantView::of).toList();
  }

  private static VariantView of(Variant variant) {
    return new VariantView(
        variant.id(),
        variant.label(),
        variant.weight(),
        variant.subject(),
        variant.html(),
        variant.text());
  }
}
