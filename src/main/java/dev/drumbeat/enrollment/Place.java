package dev.drumbeat.enrollment;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: the next step, its position and when it is due, all of it null or last when
 * nothing comes any more. Days count from the enrollment (T2); the anchor is when the last step was
 * sent, at first the enrollment. The account stays the same for the whole run (R1).
 */
public record Place(
    long accountId,
    long stepId,
    int position,
    @Nullable Instant dueAt,
    Instant enrolledAt,
    Instant anchorAt,
    ZoneId zone) {}
