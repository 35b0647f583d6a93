package dev.drumbeat.web;

import dev.drumbeat.sequence.Sequence;
import java.net.URI;
import java.time.Instant;

/** The version of a sequence that is in force, and since when. */
record VersionView(int version, URI self, Instant publishedAt) {

  static VersionView of(Sequence sequence, Answers answers) {
    return new VersionView(
        sequence.version(), answers.link("sequences/" + sequence.id()), sequence.updatedAt());
  }
}
