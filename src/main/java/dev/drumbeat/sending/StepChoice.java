package dev.drumbeat.sending;

import dev.drumbeat.sequence.StepDraft;
import org.jspecify.annotations.Nullable;

/**
 * Which mail somebody wants to see: a stored step by its id, without one the first, or one that is
 * being written, of several variants the one with that id or label, unsaid the first. Of a campaign
 * by its name it is one that is published. The subject is the template of the mail that it answers,
 * the account the one that would send it; unsaid they are those of the stored sequence.
 */
record StepChoice(
    @Nullable Long stepId,
    @Nullable StepDraft step,
    @Nullable String threadSubject,
    @Nullable String campaignName,
    @Nullable Long mailAccountId,
    @Nullable String variant) {}
