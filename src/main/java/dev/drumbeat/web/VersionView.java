package dev.drumbeat.web;

import dev.drumbeat.audience.People;
import dev.drumbeat.sequence.Publication;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published version of a sequence; in a list without its steps, which may be large. */
record VersionView(
    int version,
    URI self,
    String apply,
    @Nullable String note,
    @Nullable String publishedBy,
    @Nullable String publishedByName,
    Instant publishedAt,
    int stepCount,
    @Nullable List<StepView> steps) {

  static VersionView of(
      Publication version, @Nullable List<StepView> steps, People people, Answers answers) {
    String by = version.by();
    return new VersionView(
        version.number(),
        answers.link("sequences/" + version.sequenceId() + "/versions/" + version.number()),
        version.apply().word(),
        version.note(),
        by,
        by == null ? null : people.displayName(by).orElse(by),
        version.at(),
        version.stepCount(),
        steps);
  }
}
