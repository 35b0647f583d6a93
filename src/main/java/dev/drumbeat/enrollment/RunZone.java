package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ZoneRule.Whose;
import dev.drumbeat.time.ZoneSource;
import dev.drumbeat.time.ZoneText;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zone of a run and where it comes from: the first source that tells one (T16). What nobody
 * understands is passed over and remarked on; it never keeps a lead from entering.
 */
record RunZone(ZoneId id, ZoneSource source, @Nullable Reason remark) {

  static RunZone of(ZoneHints hints, @Nullable ZoneId sender, Schedule schedule) {
    Whose whose = schedule.zones().whose();
    String said = hints.said();
    String field = whose == Whose.LEAD ? hints.field() : null;
    Reason remark = remark(said).or(() -> remark(field)).orElse(null);
    return found(said, ZoneSource.LEAD, remark)
        .or(() -> found(field, ZoneSource.FIELD, remark))
        .or(
            () ->
                Optional.ofNullable(whose == Whose.SENDER ? sender : null)
                    .map(z -> new RunZone(z, ZoneSource.SENDER, remark)))
        .orElseGet(() -> new RunZone(schedule.zone(), ZoneSource.CAMPAIGN, remark));
  }

  private static Optional<RunZone> found(
      @Nullable String text, ZoneSource source, @Nullable Reason remark) {
    return Optional.ofNullable(text)
        .flatMap(ZoneText::zone)
        .map(zone -> new RunZone(zone, source, remark));
  }

  private static Optional<Reason> remark(@Nullable String text) {
    if (text == null || ZoneText.zone(text).isPresent()) {
      return Optional.empty();
    }
    String key = ZoneText.hasSeveral(text) ? "drumbeat.zone.several" : "drumbeat.zone.unknown";
    return Optional.of(Reason.of(key, text));
  }
}
