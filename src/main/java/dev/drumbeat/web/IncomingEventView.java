package dev.drumbeat.web;

import dev.drumbeat.enrollment.Incoming;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened outside, as REST prints it. */
record IncomingEventView(
    long id,
    URI self,
    String name,
    @Nullable Long issueId,
    @Nullable String email,
    Map<String, String> data,
    Instant createdAt) {

  static IncomingEventView of(Incoming told, Answers answers) {
    return new IncomingEventView(
        told.id(),
        answers.link("incoming-events/" + told.id()),
        told.name(),
        told.issueId(),
        told.address(),
        told.data(),
        told.at());
  }
}
