package dev.drumbeat.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as somebody wrote it, not checked yet: null is what was left out. The names are those of
 * the REST contract. The version is that of the sequence, and matters where a single step is
 * changed.
 */
public record StepDraft(
    @Nullable Integer version,
    @Nullable Long id,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    @Nullable Integer delayValue,
    @Nullable String delayUnit,
    @Nullable String anchor,
    @Nullable String at,
    @Nullable String dateField,
    @Nullable String offset,
    @Nullable String late,
    @Nullable ConditionDraft event,
    @Nullable TimeoutDraft timeout,
    @Nullable String thread,
    @Nullable String purpose,
    @Nullable List<VariantDraft> variants,
    @Nullable ConditionDraft condition,
    @Nullable RouteDraft otherwise,
    @Nullable List<BranchDraft> branches,
    @Nullable RouteDraft next,
    @Nullable String summary,
    @Nullable String description,
    @Nullable String issueType,
    @Nullable String assignee,
    @Nullable String project,
    @Nullable Boolean hold) {

  static final int LONGEST_SUBJECT = 400;
  static final int LONGEST_PURPOSE = 100;

  /** Whether somebody is to do it by hand. */
  boolean isTask() {
    return "task".equals(kind);
  }

  /** A mail that goes out at once, the short form of a broadcast. */
  public static StepDraft mail(
      @Nullable String subject, @Nullable String html, @Nullable String text) {
    return new StepDraft(
        null, null, null, subject, html, text, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
