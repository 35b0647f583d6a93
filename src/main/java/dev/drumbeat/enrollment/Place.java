package dev.drumbeat.enrollment;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: the next step, its position and when it is due, all of it null or last when
 * nothing comes any more. The anchor is when the last step was sent, at first the admission. The
 * account stays the same for the whole run (R1).
 */
public record Place(
    long accountId,
    long stepId,
    int position,
    @Nullable Instant dueAt,
    Instant anchorAt,
    ZoneId zone) {}
