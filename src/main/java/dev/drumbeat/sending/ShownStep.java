package dev.drumbeat.sending;

import dev.drumbeat.sequence.Step;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wants to see, stored or not; the one whose subject it answers, if any (H1);
 * what stands in for the name of a campaign; and the account that would send it.
 */
record ShownStep(
    Step step, @Nullable Step beginning, String campaignName, @Nullable Long accountId) {}
