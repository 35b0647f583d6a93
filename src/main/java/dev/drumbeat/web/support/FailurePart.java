package dev.drumbeat.web.support;

import dev.drumbeat.enrollment.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that went wrong with one lead, by ids. */
record FailurePart(
    Instant at,
    String type,
    long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long sendId,
    @Nullable Cause cause) {

  static FailurePart of(Event event) {
    return new FailurePart(
        event.at(),
        event.type().word(),
        event.campaignId(),
        event.enrollmentId(),
        event.sendId(),
        Cause.of(event.detail()));
  }
}
