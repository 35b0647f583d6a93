package dev.drumbeat.sending;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes text of people into header fields. What is not plain ASCII becomes encoded words (RFC
 * 2047), lines stay short (RFC 5322 §2.1.1), and no text can begin a line or a field of its own.
 */
final class HeaderText {

  /** Room for the name of the field and one encoded word on a line of 76. */
  private static final int BYTES_OF_A_WORD = 39;

  private static final int LINE = 62;

  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
  private static final Pattern PLAIN = Pattern.compile("[ -~]*");
  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");
  private static final String NEXT_LINE = "\r\n ";

  private HeaderText() {}

  /** The value of a subject. */
  static String text(String text) {
    String line = oneLine(text);
    return isPlain(line) ? folded(line) : encoded(line);
  }

  /** The name in front of an address. */
  static String phrase(String name) {
    String line = oneLine(name);
    if (!isPlain(line) || line.length() > LINE) {
      return encoded(line);
    }
    return ATOMS.matcher(line).matches()
        ? line
        : "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Line breaks and other control characters become a space; they would end the field. */
  static String oneLine(String text) {
    return NOT_PRINTED.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isPlain(String line) {
    return PLAIN.matcher(line).matches()
        && !line.contains("=?")
        && !line.contains("  ")
        && longestWord(line) <= LINE;
  }

  private static int longestWord(String line) {
    int longest = 0;
    for (String word : line.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int length = 0;
    for (String word : line.split(" ", -1)) {
      if (length > 0) {
        boolean fits = length + 1 + word.length() <= LINE;
        folded.append(fits ? " " : NEXT_LINE);
        length = fits ? length + 1 : 0;
      }
      folded.append(word);
      length += word.length();
    }
    return folded.toString();
  }

  /** Each word holds whole characters, since it is decoded by itself. */
  private static String encoded(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int c : line.codePoints().toArray()) {
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > BYTES_OF_A_WORD) {
        words.add(encodedWord(word));
        word.setLength(0);
        bytes = 0;
      }
      word.appendCodePoint(c);
      bytes += more;
    }
    words.add(encodedWord(word));
    return String.join(NEXT_LINE, words);
  }

  private static String encodedWord(CharSequence word) {
    byte[] utf8 = word.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
