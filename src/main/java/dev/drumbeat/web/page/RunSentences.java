package dev.drumbeat.web.page;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Standing;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.time.ZoneSource;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How a run ended, why it waits and until when, or which mail comes next and when. */
public final class RunSentences {

  private final Texts texts;
  private final InstantSource clock;

  public RunSentences(Texts texts, InstantSource clock) {
    this.texts = texts;
    this.clock = clock;
  }

  String of(Enrollment run, Actor reader) {
    Standing standing = run.standing();
    if (standing.end() != null) {
      return texts.of(standing.end().reason());
    }
    if (standing.pause() != null) {
      Reason why =
          standing.waitReason() == null ? standing.pause().reason() : standing.waitReason();
      return until(standing.pausedUntil(), sentence(texts.of(why)), reader);
    }
    return next(run, standing.waitReason(), reader);
  }

  private String until(@Nullable Instant end, String why, Actor reader) {
    return end == null ? why : texts.of("drumbeat.panel.run.until", why, Times.text(end, reader));
  }

  private String next(Enrollment run, @Nullable Reason why, Actor reader) {
    Instant dueAt = run.place().dueAt();
    if (dueAt == null) {
      return why == null ? "" : texts.of(why);
    }
    String key =
        dueAt.isAfter(clock.instant()) ? "drumbeat.panel.run.next" : "drumbeat.panel.run.due";
    String next = texts.of(key, run.place().position(), Times.text(dueAt, reader));
    String there = there(run, dueAt, reader);
    return why == null ? next + there : next + there + " " + texts.of(why);
  }

  /** What the clock of a lead says who has one of their own, and how that is known (T16). */
  private String there(Enrollment run, Instant dueAt, Actor reader) {
    Place place = run.place();
    if (place.zoneSource() == ZoneSource.CAMPAIGN) {
      return "";
    }
    String source = texts.of("drumbeat.zone.source." + place.zoneSource().word());
    String local = Times.text(dueAt, reader.in(place.zone()));
    return " " + texts.of("drumbeat.panel.run.there", local, place.zone().getId(), source);
  }

  /** Some reasons are sentences, others words. */
  private static String sentence(String reason) {
    return reason.endsWith(".") ? reason : reason + ".";
  }
}
