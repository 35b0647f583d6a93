package dev.drumbeat.reply.incoming;

import dev.drumbeat.mail.Phrases;
import java.util.List;
import java.util.regex.Pattern;

/** Where what somebody typed ends and what their program adds begins. */
final class Signature {

  private static final Pattern MARK = Pattern.compile("--|\u2014|_{4,}");
  private static final Phrases DEVICE_VERBS = Phrases.of(Signature.class, "device-verbs");
  private static final Phrases DEVICES = Phrases.of(Signature.class, "devices");

  private static final int LONGEST_DEVICE_LINE = 120;

  /** More than this below a line of dashes is no signature but the other half of a letter. */
  private static final int MOST_LINES = 20;

  private Signature() {}

  /** The lines above the signature; all of them when there is none. */
  static List<String> cut(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean marked = MARK.matcher(line).matches() && isShort(lines.subList(i + 1, lines.size()));
      if (marked || isOfDevice(line)) {
        return lines.subList(0, i);
      }
    }
    return lines;
  }

  private static boolean isShort(List<String> below) {
    return below.stream().filter(line -> !line.isBlank() && !Quotes.isQuoted(line)).count()
        <= MOST_LINES;
  }

  /** "Sent from my phone", in the words of phones. */
  private static boolean isOfDevice(String line) {
    if (line.length() > LONGEST_DEVICE_LINE) {
      return false;
    }
    String plain = Phrases.plain(line).replaceAll("^[\\W_]{1,5}(?=\\p{L})", "");
    boolean verb = DEVICE_VERBS.begins(plain) || plain.matches(".*\\b(gesendet|geschickt)\\W*");
    return verb && DEVICES.isIn(plain);
  }
}
