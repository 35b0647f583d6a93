package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Step;
import java.time.Instant;

/** A step of a run that went out: when, and the thread as it is with it. */
public record Sent(Step step, Instant at, ThreadInfo thread) {}
