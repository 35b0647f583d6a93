package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.Phrases;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the day on which somebody is back in what their machine says. Only days after the message
 * and within a year count: everything else in such a text is a date of something else.
 */
final class ReturnDate {

  private static final Phrases RETURN = Phrases.of(ReturnDate.class, "return-words");
  private static final Phrases START = Phrases.of(ReturnDate.class, "start-words");
  private static final Phrases TOMORROW = Phrases.of(ReturnDate.class, "tomorrow");
  private static final Pattern RANGE_END =
      Pattern.compile(".*(?:[-\u2013]|\\b(?:to|au|al|a|t/m))\\s*$");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,15}");

  private static final int LONGEST = 4_000;

  /** A word this many letters before a date still belongs to it. */
  private static final int NEAR = 40;

  private ReturnDate() {}

  /** The day of return that a text names; of several the latest of the best founded. */
  static Optional<LocalDate> in(String text, LocalDate receivedOn) {
    String plain = Phrases.plain(Addresses.cut(text, LONGEST));
    List<Found> dates =
        DateWords.in(plain, receivedOn).entrySet().stream()
            .map(date -> new Found(date.getValue(), rank(before(plain, date.getKey()))))
            .filter(found -> found.rank() >= 0)
            .toList();
    return dates.stream()
        .max(Comparator.comparingInt(Found::rank).thenComparing(Found::on))
        .map(Found::on)
        .or(() -> byName(plain, receivedOn));
  }

  private record Found(LocalDate on, int rank) {}

  private static String before(String plain, int start) {
    String near = plain.substring(Math.max(0, start - NEAR), start);
    int sentence = Math.max(near.lastIndexOf(". "), near.lastIndexOf("! "));
    return sentence < 0 ? near : near.substring(sentence + 2);
  }

  /** 2 where a word of returning stands before the date, below 0 where an absence begins. */
  private static int rank(String before) {
    if (RETURN.isIn(before)) {
      return 2;
    }
    if (RANGE_END.matcher(before).matches()) {
      return 1;
    }
    boolean begins = START.ends(before).stream().anyMatch(end -> before.substring(end).isBlank());
    return begins ? -1 : 0;
  }

  /** "Back on Monday", "zurück ab morgen": a name after a word of returning. */
  private static Optional<LocalDate> byName(String plain, LocalDate receivedOn) {
    for (int end : RETURN.ends(plain)) {
      String after =
          plain.substring(end, Math.min(plain.length(), end + NEAR)).split("[.!?]", 2)[0];
      if (TOMORROW.isIn(after)) {
        return Optional.of(receivedOn.plusDays(1));
      }
      Optional<DayOfWeek> day = weekday(after);
      if (day.isPresent()) {
        return Optional.of(receivedOn.with(TemporalAdjusters.next(day.get())));
      }
    }
    return Optional.empty();
  }

  private static Optional<DayOfWeek> weekday(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Optional<DayOfWeek> day = CalendarNames.weekday(word.group());
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }
}
