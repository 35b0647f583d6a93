package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Step;
import java.time.Instant;

/** A step that comes next, and when. */
public record DueStep(Step step, Instant dueAt) {}
