package dev.drumbeat.sending;

import dev.drumbeat.sequence.StepDraft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of one step of a sequence as somebody wrote it. Unsaid is the first step, to the asker,
 * for no issue, from the account of the sequence.
 */
public record SequenceTestDraft(
    @Nullable String email,
    @Nullable String issueKey,
    @Nullable Long stepId,
    @Nullable StepDraft step,
    @Nullable String threadSubject,
    @Nullable String campaignName,
    @Nullable Long mailAccountId,
    @Nullable Map<String, String> variables,
    @Nullable String variant) {

  /** Without a word. */
  public static final SequenceTestDraft EMPTY =
      new SequenceTestDraft(null, null, null, null, null, null, null, null, null);

  StepChoice choice() {
    return new StepChoice(stepId, step, threadSubject, campaignName, mailAccountId, variant);
  }
}
