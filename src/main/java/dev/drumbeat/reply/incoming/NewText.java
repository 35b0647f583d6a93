package dev.drumbeat.reply.incoming;

import java.util.List;

/**
 * What is new in an answer: without the mail that it quotes and without the signature. Quotes that
 * stand between what was typed stay, since the answers would make no sense without them.
 */
public final class NewText {

  private static final int LONGEST = 100_000;
  private static final int MOST_LINES = 2_000;

  private NewText() {}

  /** The new text of a message's text; empty when there is nothing but quotes. */
  public static String of(String text) {
    List<String> lines = lines(text);
    return String.join("\n", Quotes.cut(Signature.cut(lines))).strip();
  }

  /** Lines without what nobody sees, as many as anybody would read. */
  private static List<String> lines(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return bounded
        .replace('\u00a0', ' ')
        .replaceAll("[\u200b\u200e\u200f\ufeff\u2060]", "")
        .lines()
        .limit(MOST_LINES)
        .map(String::stripTrailing)
        .toList();
  }
}
