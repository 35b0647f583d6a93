package dev.drumbeat.reply.classification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them, read as the next such day after a message. */
final class DateWords {

  private static final String DAY = "(?<![\\d.,/-])(\\d{1,2})";
  private static final String YEAR = "(20\\d{2})";
  private static final String NAME = "(\\p{L}{3,12})";
  private static final String ORDINAL = "(?:st|nd|rd|th|er|º|ª|\\.)?";
  private static final String DASH = "\\s?[-\u2013]\\s?";

  /** A date without a year further away than this was meant to be one that is over. */
  private static final int FAR_DAYS = 183;

  private static final List<Form> FORMS =
      List.of(
          new Form("(?<![\\d.])" + YEAR + "[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)", 1, 2, 3),
          new Form(
              "(?:" + YEAR + "\\s?[年년]\\s?)?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号일]", 1, 2, 3),
          new Form(
              DAY + "\\.\\s?(\\d{1,2})(?:\\.\\s?(20\\d{2}|\\d{2}))?(?![\\d:]|\\.\\d)", 3, 2, 1),
          new Form(DAY + "/(\\d{1,2})(?:/(20\\d{2}|\\d{2}))?(?![\\d/])", 3, 2, 1),
          new Form(DAY + "/(\\d{1,2})(?:/(20\\d{2}|\\d{2}))?(?![\\d/])", 3, 1, 2),
          new Form(DAY + "-(\\d{1,2})-(20\\d{2}|\\d{2})(?![\\d-])", 3, 2, 1),
          new Form(
              "(?<![\\d.,/])(\\d{1,2})"
                  + ORDINAL
                  + "\\s?(?:of |de |d')?"
                  + NAME
                  + "\\.?,?(?: (?:de |of )?"
                  + YEAR
                  + ")?",
              3,
              2,
              1),
          new Form(
              NAME + "\\.? (\\d{1,2})(?!\\d|:\\d)" + ORDINAL + "(?:,? " + YEAR + ")?", 3, 1, 2),
          new Form(
              NAME
                  + "\\.? \\d{1,2}"
                  + ORDINAL
                  + DASH
                  + "(\\d{1,2})(?!\\d)"
                  + ORDINAL
                  + "(?:,? "
                  + YEAR
                  + ")?",
              3,
              1,
              2));

  private DateWords() {}

  /**
   * The days after the message and within a year that a text in lower case names, by where. Where
   * day and month could be told either way, the nearer one counts: it errs by a second answer.
   */
  static Map<Integer, LocalDate> in(String plain, LocalDate receivedOn) {
    Map<Integer, LocalDate> days = new TreeMap<>();
    for (Form form : FORMS) {
      Matcher date = form.pattern().matcher(plain);
      while (date.find()) {
        int start = date.start();
        form.read(date, receivedOn)
            .ifPresent(day -> days.merge(start, day, (a, b) -> a.isBefore(b) ? a : b));
      }
    }
    return days;
  }

  /** A way to write a date, and in which groups its parts are. */
  private record Form(Pattern pattern, int year, int month, int day) {

    Form(String pattern, int year, int month, int day) {
      this(Pattern.compile(pattern), year, month, day);
    }

    Optional<LocalDate> read(Matcher date, LocalDate receivedOn) {
      String written = date.group(year);
      return month(date.group(month))
          .flatMap(m -> next(written, m, Integer.parseInt(date.group(day)), receivedOn));
    }

    private static Optional<Month> month(String text) {
      if (!Character.isDigit(text.charAt(0))) {
        return CalendarNames.month(text);
      }
      int number = Integer.parseInt(text);
      return number >= 1 && number <= 12 ? Optional.of(Month.of(number)) : Optional.empty();
    }
  }

  private static Optional<LocalDate> next(
      @Nullable String year, Month month, int day, LocalDate receivedOn) {
    if (year != null) {
      int full = year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
      return day(full, month, day)
          .filter(on -> on.isAfter(receivedOn) && !on.isAfter(receivedOn.plusYears(1)));
    }
    return day(receivedOn.getYear(), month, day)
        .filter(on -> on.isAfter(receivedOn))
        .or(() -> day(receivedOn.getYear() + 1, month, day))
        .filter(on -> !on.isAfter(receivedOn.plusDays(FAR_DAYS)));
  }

  private static Optional<LocalDate> day(int year, Month month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
