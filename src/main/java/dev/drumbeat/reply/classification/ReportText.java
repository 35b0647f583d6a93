package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.Phrases;
import java.util.regex.Pattern;

/** What a mail server says to people, without the copy of the message below it. */
final class ReportText {

  private static final Phrases COPY = Phrases.of(ReportText.class, "bounce-copy");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(received|return-path|message-id|mime-version|content-type|from|date)\\s?:.*");

  private static final int LONGEST = 30_000;
  private static final int MOST_LINES = 400;

  /** A longer line is a paragraph, which may mention the copy and go on. */
  private static final int LONGEST_MARK = 200;

  private ReportText() {}

  /** The lines above the copy; two lines of a header show it where nothing announces it. */
  static String of(String text) {
    StringBuilder report = new StringBuilder();
    String before = "";
    for (String line : Addresses.cut(text, LONGEST).lines().limit(MOST_LINES).toList()) {
      if (isCopy(line) || (isHeader(before) && isHeader(line))) {
        break;
      }
      report.append(line).append('\n');
      before = line;
    }
    return report.toString();
  }

  private static boolean isCopy(String line) {
    return line.length() <= LONGEST_MARK && COPY.isIn(Phrases.plain(line));
  }

  private static boolean isHeader(String line) {
    return HEADER.matcher(Addresses.cut(line, 300)).matches();
  }
}
