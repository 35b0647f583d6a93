package dev.drumbeat.log;

import java.util.regex.Pattern;

/** Text from outside as one harmless line: nobody writes lines of ours, and nobody is named. */
final class Plain {

  private static final int LONGEST = 300;

  /** Control characters, also those that only change the direction or begin a line elsewhere. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\"'(),;:\\[\\]=]*@[^\\s<>\"'(),;:\\[\\]]+");
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*\"|'[^']*'|\u201c[^\u201d]*\u201d");

  private Plain() {}

  /** On one line, without addresses and without what stands in quotes, which is somebody's. */
  static String text(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    String unquoted = QUOTED.matcher(line).replaceAll("\u2026");
    String plain = ADDRESS.matcher(unquoted).replaceAll("<address>");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "\u2026" : plain;
  }
}
