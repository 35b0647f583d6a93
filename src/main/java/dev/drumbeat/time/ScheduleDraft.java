package dev.drumbeat.time;

import dev.drumbeat.request.Problems;
import dev.drumbeat.time.ZoneRule.Whose;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as somebody wrote it: null is what was left out. The names are those of the REST
 * contract.
 */
public record ScheduleDraft(
    @Nullable String zone,
    @Nullable String zoneOf,
    @Nullable String zoneField,
    @Nullable List<Window> windows,
    @Nullable List<String> holidays) {

  /** Nothing was said: always open. */
  public static final ScheduleDraft UNSAID = new ScheduleDraft(null, null, null);

  private static final int MOST_WINDOWS = 50;
  private static final int MOST_HOLIDAYS = 1_000;

  /** In the zone of the campaign. */
  public ScheduleDraft(
      @Nullable String zone, @Nullable List<Window> windows, @Nullable List<String> holidays) {
    this(zone, null, null, windows, holidays);
  }

  /** Weekdays as {@code MON}, times as {@code 09:00}; {@code 24:00} is allowed as an end. */
  public record Window(@Nullable List<String> days, @Nullable String from, @Nullable String to) {}

  /** The same with these days where none were said; an empty list says that there are none. */
  public ScheduleDraft orHolidays(List<LocalDate> usual) {
    return holidays == null
        ? new ScheduleDraft(
            zone, zoneOf, zoneField, windows, usual.stream().map(LocalDate::toString).toList())
        : this;
  }

  /**
   * Turns the draft into a schedule and notes every problem below the path. What it answers is
   * usable only when no problem was noted. Without a zone the given one is taken.
   */
  public Schedule check(String path, ZoneId otherwise, Problems problems) {
    return new Schedule(
        zone(path + ".zone", otherwise, problems),
        blocks(path + ".windows", problems),
        dates(path + ".holidays", problems),
        rule(path, problems));
  }

  private Whose whose(String path, Problems problems) {
    Whose usual = zoneField == null ? Whose.CAMPAIGN : Whose.LEAD;
    if (zoneOf == null) {
      return usual;
    }
    Optional<Whose> said = Whose.of(zoneOf);
    if (said.isEmpty()) {
      problems.add(path + ".zoneOf", "drumbeat.invalid.word", zoneOf, Whose.words());
    }
    return said.orElse(usual);
  }

  private ZoneRule rule(String path, Problems problems) {
    Whose whose = whose(path, problems);
    if (whose != Whose.LEAD && zoneField != null) {
      problems.add(path + ".zoneField", "drumbeat.invalid.zone-field");
    } else if (whose == Whose.LEAD && (zoneField == null || zoneField.isBlank())) {
      problems.add(path + ".zoneField", "drumbeat.invalid.required");
    }
    return new ZoneRule(whose, zoneField);
  }

  private ZoneId zone(String field, ZoneId otherwise, Problems problems) {
    if (zone == null || zone.isBlank()) {
      return otherwise;
    }
    // An offset such as +02:00 would be a zone for Java, but it knows no summer time.
    if (ZoneId.getAvailableZoneIds().contains(zone.strip())) {
      return ZoneId.of(zone.strip());
    }
    problems.add(field, "drumbeat.invalid.zone", zone);
    return otherwise;
  }

  private List<Block> blocks(String field, Problems problems) {
    List<Window> all = windows == null ? List.of() : windows;
    if (all.size() > MOST_WINDOWS) {
      problems.add(field, "drumbeat.invalid.too-many", MOST_WINDOWS);
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      blocks.add(new WindowCheck(field + "[" + i + "]", problems).check(all.get(i)));
    }
    return blocks;
  }

  private Set<LocalDate> dates(String field, Problems problems) {
    List<String> all = holidays == null ? List.of() : holidays;
    if (all.size() > MOST_HOLIDAYS) {
      problems.add(field, "drumbeat.invalid.too-many", MOST_HOLIDAYS);
      return Set.of();
    }
    Set<LocalDate> dates = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      try {
        dates.add(LocalDate.parse(all.get(i).strip()));
      } catch (DateTimeParseException e) {
        problems.add(field + "[" + i + "]", "drumbeat.invalid.date", all.get(i));
      }
    }
    return dates;
  }
}
