package dev.drumbeat.report;

import dev.drumbeat.sequence.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a step amounts to. The position counts from 1; one that was removed from its sequence has
 * none and is not there itself.
 */
public record StepNumbers(long id, int position, @Nullable Step step, Numbers numbers) {}
