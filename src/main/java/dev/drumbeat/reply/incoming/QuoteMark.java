package dev.drumbeat.reply.incoming;

import dev.drumbeat.mail.Phrases;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that mail programs write above a mail that they quote, in their user's language. */
final class QuoteMark {

  private static final Phrases WROTE = Phrases.of(QuoteMark.class, "wrote");
  private static final Phrases STARTS = Phrases.of(QuoteMark.class, "attribution-starts");
  private static final Phrases ORIGINAL = Phrases.of(QuoteMark.class, "original-marks");
  private static final Phrases SENDER = Phrases.of(QuoteMark.class, "sender-fields");
  private static final Phrases FIELDS = Phrases.of(QuoteMark.class, "header-fields");

  private static final Pattern DASHED = Pattern.compile("[> *]{0,4}[-_=]{2,}.{3,80}");
  private static final Pattern FIELD =
      Pattern.compile("[>* ]{0,4}([\\p{L} -]{1,24}?)\\s?\\*?\\s?[:\uff1a]\\*?(?:\\s.*)?");
  private static final Pattern WHEN_OR_WHO = Pattern.compile("\\d|@");
  private static final Pattern WHEN = Pattern.compile("\\d");

  /** Some programs write no verb: "Monday, 3 May, 15:32 from a@example.org:". */
  private static final Pattern TIME_AND_ADDRESS = Pattern.compile("\\d:\\d\\d.{1,80}@[^ ]{1,80}:$");

  private static final int LONGEST_LINE = 400;

  /** "On … wrote:" may be folded into so many lines. */
  private static final int MOST_LINES = 6;

  /** The header of a quoted mail has two more fields than the sender's in so many lines below. */
  private static final int HEADER_LINES = 6;

  private QuoteMark() {}

  /** Whether the header of the other mail begins here, or a dashed line above it. */
  static boolean isHeader(List<String> lines, int at) {
    String line = bounded(lines.get(at));
    if (DASHED.matcher(line).matches() && ORIGINAL.isIn(Phrases.plain(line))) {
      return true;
    }
    if (!isField(line, SENDER)) {
      return false;
    }
    return lines.subList(at + 1, Math.min(lines.size(), at + HEADER_LINES)).stream()
            .filter(below -> isField(bounded(below), FIELDS))
            .count()
        >= 2;
  }

  private static boolean isField(String line, Phrases names) {
    Matcher field = FIELD.matcher(line);
    return field.matches() && names.isAll(Phrases.plain(field.group(1)).strip());
  }

  /** The line after "On … wrote:" when that begins here; here when it does not. */
  static int afterAttribution(List<String> lines, int at) {
    String first = bounded(lines.get(at));
    if (isAttribution(first)) {
      return at + 1;
    }
    if (!mayGoOn(first)) {
      return at;
    }
    StringBuilder all = new StringBuilder(first);
    for (int i = at + 1;
        i < Math.min(lines.size(), at + MOST_LINES) && !startsAnew(lines.get(i));
        i++) {
      all.append(' ').append(bounded(lines.get(i)).strip());
      if (isAttribution(all.toString())) {
        return i + 1;
      }
    }
    return at;
  }

  /** A date or a writer is in the first line, or it would be anybody's sentence. */
  private static boolean mayGoOn(String line) {
    String plain = Phrases.plain(line.strip());
    return !Quotes.isQuoted(line)
        && WHEN_OR_WHO.matcher(line).find()
        && (STARTS.begins(plain) || WROTE.isIn(plain) || plain.indexOf('<') > 0);
  }

  private static boolean startsAnew(String line) {
    return WHEN.matcher(line).find() && STARTS.begins(Phrases.plain(line.strip()));
  }

  private static boolean isAttribution(String text) {
    String plain = Phrases.plain(text).strip();
    boolean closes = plain.endsWith(":") || plain.endsWith("wrote ----");
    return closes
        && WHEN_OR_WHO.matcher(plain).find()
        && (WROTE.isIn(plain) || TIME_AND_ADDRESS.matcher(plain).find());
  }

  private static String bounded(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
  }
}
