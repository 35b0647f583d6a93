package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.JqlException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as queries write them: {@code 2026-03-31}, {@code 2026/03/31 14:30}, {@code -4w 2d}. */
final class SearchDate {

  private static final Pattern PERIOD = Pattern.compile("[+-]?\\d{1,6}[wdhm]( \\d{1,6}[wdhm])*");
  private static final Pattern PART = Pattern.compile("(\\d+)([wdhm])");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-M-d H:mm").withResolverStyle(ResolverStyle.STRICT);

  private SearchDate() {}

  /** The moment meant: a day begins at its midnight in the searcher's zone. */
  static Instant moment(String field, String text, Searcher searcher) {
    if (PERIOD.matcher(text).matches()) {
      return searcher.now().plus(period(text));
    }
    String date = text.replace('/', '-');
    try {
      LocalDateTime local =
          DAY.matcher(date).matches()
              ? LocalDate.parse(date, DATE).atStartOfDay()
              : LocalDateTime.parse(date, TIME);
      return local.atZone(searcher.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new JqlException(
          ("Date value '%s' for field '%s' is invalid. Valid formats are 'yyyy-MM-dd',"
                  + " 'yyyy-MM-dd HH:mm', the same with '/', and periods such as '-5d' or '4w 2d'.")
              .formatted(text, field));
    }
  }

  private static Duration period(String text) {
    Duration sum =
        PART.matcher(text).results().map(SearchDate::part).reduce(Duration.ZERO, Duration::plus);
    return text.startsWith("-") ? sum.negated() : sum;
  }

  private static Duration part(MatchResult part) {
    long count = Long.parseLong(part.group(1));
    return switch (part.group(2)) {
      case "w" -> Duration.ofDays(7 * count);
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofMinutes(count);
    };
  }
}
