package dev.drumbeat.web;

import dev.drumbeat.enrollment.Event;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened, as REST prints it. */
record EventView(
    long id,
    Instant at,
    String type,
    long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long sendId,
    String actor,
    @Nullable String before,
    @Nullable String after,
    @Nullable String detail) {

  static EventView of(Event event, Answers answers) {
    String before = event.before();
    String after = event.after();
    Reason detail = event.detail();
    return new EventView(
        event.id(),
        event.at(),
        event.type().word(),
        event.campaignId(),
        event.enrollmentId(),
        event.sendId(),
        event.actor(),
        before == null ? null : Words.ofName(before),
        after == null ? null : Words.ofName(after),
        detail == null ? null : answers.text(detail));
  }
}
