package dev.drumbeat.reply.incoming;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the quoted mail out of an answer. What follows the last typed line goes; so does a quote
 * above the first one. Quotes between typed lines stay, and only the line that announces them goes.
 */
final class Quotes {

  private final List<String> lines;
  private final List<String> typed = new ArrayList<>();

  private Quotes(List<String> lines) {
    this.lines = lines;
  }

  /** The lines that somebody typed. */
  static List<String> cut(List<String> lines) {
    return new Quotes(lines).typed();
  }

  /** Whether a line begins with the mark of a quote. */
  static boolean isQuoted(String line) {
    return line.stripLeading().startsWith(">");
  }

  private List<String> typed() {
    int at = 0;
    while (at < lines.size() && !QuoteMark.isHeader(lines, at)) {
      int after = QuoteMark.afterAttribution(lines, at);
      if (after == at) {
        typed.add(lines.get(at));
        at++;
      } else if (hasTyped() && !isQuoted(next(after))) {
        // A program that does not mark quotes: everything below is the other mail.
        break;
      } else {
        at = hasTyped() ? after : endOfQuote(after);
      }
    }
    return withoutQuoteAtTheEnd();
  }

  private boolean hasTyped() {
    return typed.stream().anyMatch(line -> !line.isBlank());
  }

  private String next(int from) {
    return lines.stream().skip(from).filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private int endOfQuote(int from) {
    int end = from;
    while (end < lines.size() && (lines.get(end).isBlank() || isQuoted(lines.get(end)))) {
      end++;
    }
    return end;
  }

  private List<String> withoutQuoteAtTheEnd() {
    int end = typed.size();
    while (end > 0 && (typed.get(end - 1).isBlank() || isQuoted(typed.get(end - 1)))) {
      end--;
    }
    return typed.subList(0, end);
  }
}
