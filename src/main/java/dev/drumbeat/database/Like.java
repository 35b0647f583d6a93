package dev.drumbeat.database;

import java.util.Locale;

/** Patterns of {@code LIKE ? ESCAPE '!'} for what people type, on text in lower case. */
public final class Like {

  private Like() {}

  /** Finds that text anywhere; what means something in a pattern stands for itself. */
  public static String containing(String text) {
    String escaped = text.toLowerCase(Locale.ROOT).replaceAll("[!%_\\[]", "!$0");
    return "%" + escaped + "%";
  }
}
