package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened; ids rise with time. */
public record Event(
    long id,
    Instant at,
    EventType type,
    long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long sendId,
    @Nullable Long issueId,
    String actor,
    @Nullable String before,
    @Nullable String after,
    @Nullable Reason detail) {}
