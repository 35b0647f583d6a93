package dev.drumbeat.web.page;

import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Duration;
import java.time.Instant;

/** How long something is ago, exactly enough for its age. */
final class Ago {

  private static final Duration LONG = Duration.ofHours(2);

  private Ago() {}

  /** Seconds, then minutes, and the moment itself when it is hours ago or yet to come. */
  static String text(Instant then, Instant now, Actor reader, Texts texts) {
    Duration ago = Duration.between(then, now);
    if (ago.isNegative() || ago.compareTo(LONG) > 0) {
      return Times.text(then, reader);
    }
    return ago.toSeconds() < 120
        ? texts.of("drumbeat.ago.seconds", ago.toSeconds())
        : texts.of("drumbeat.ago.minutes", ago.toMinutes());
  }
}
