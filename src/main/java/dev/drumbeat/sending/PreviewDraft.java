package dev.drumbeat.sending;

import dev.drumbeat.sequence.StepDraft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom a step is to be shown, as somebody wrote it: the lead of an issue, whose address stands
 * in the address field, or an address alone. Without a step it is the first.
 */
public record PreviewDraft(
    @Nullable String issueKey,
    @Nullable String email,
    @Nullable String addressField,
    @Nullable Long stepId,
    @Nullable StepDraft step,
    @Nullable String threadSubject,
    @Nullable String campaignName,
    @Nullable Long mailAccountId,
    @Nullable Map<String, String> variables,
    @Nullable String variant) {

  StepChoice choice() {
    return new StepChoice(stepId, step, threadSubject, campaignName, mailAccountId, variant);
  }
}
