package dev.drumbeat.web;

import dev.drumbeat.audience.Suppression;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A suppression as REST prints it. It never changes, so its version is always the first. */
record SuppressionView(
    long id,
    URI self,
    int version,
    @Nullable String address,
    @Nullable String domain,
    String scope,
    String reason,
    @Nullable String note,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {

  static SuppressionView of(Suppression suppression, Answers answers) {
    return new SuppressionView(
        suppression.id(),
        answers.link("suppressions/" + suppression.id()),
        1,
        suppression.address(),
        suppression.domain(),
        suppression.scope().text(),
        Words.of(suppression.reason()),
        suppression.note(),
        suppression.createdBy(),
        suppression.createdAt(),
        suppression.createdAt());
  }
}
