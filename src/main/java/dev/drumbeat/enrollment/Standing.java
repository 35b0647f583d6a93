package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run and why: how it ended, why it is paused and until when (null is until somebody
 * resumes it), and why its next step was put off.
 */
public record Standing(
    EnrollmentState state,
    @Nullable EndReason end,
    @Nullable PauseReason pause,
    @Nullable Instant pausedUntil,
    @Nullable Reason waitReason) {}
