package dev.drumbeat.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts of steps of which a test says what every step has. */
public final class StepDrafts {

  private StepDrafts() {}

  public static StepDraft of(
      @Nullable Integer version,
      @Nullable Long id,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String html,
      @Nullable String text,
      @Nullable Integer delayValue,
      @Nullable String delayUnit,
      @Nullable String anchor,
      @Nullable String thread,
      @Nullable String purpose) {
    return new StepDraft(
        version,
        id,
        kind,
        subject,
        html,
        text,
        delayValue,
        delayUnit,
        anchor,
        null,
        thread,
        purpose,
        null);
  }

  /** A mail at an anchor. */
  public static StepDraft timed(
      String anchor, @Nullable Integer value, @Nullable String unit, @Nullable String at) {
    return new StepDraft(
        null, null, null, "Hello", null, "text", value, unit, anchor, at, null, null, null);
  }

  /** A mail with variants. */
  public static StepDraft tested(@Nullable String thread, VariantDraft... variants) {
    return new StepDraft(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        thread,
        null,
        List.of(variants));
  }
}
