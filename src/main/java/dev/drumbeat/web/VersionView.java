package dev.drumbeat.web;

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
    Instant publishedAt,
    int stepCount,
    @Nullable List<StepView> steps) {

  static VersionView of(Publication version, @Nullable List<StepView> steps, Answers answers) {
    return new VersionView(
        version.number(),
        answers.link("sequences/" + version.sequenceId() + "/versions/" + version.number()),
        version.apply().word(),
        version.note(),
        version.by(),
        version.at(),
        version.stepCount(),
        steps);
  }
}
