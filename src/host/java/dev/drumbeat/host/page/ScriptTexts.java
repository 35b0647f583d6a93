package dev.drumbeat.host.page;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The transformer {@code jsI18n}: puts texts where a script calls {@code AJS.I18n.getText} with a
 * literal key. With arguments the call becomes {@code AJS.format}.
 */
final class ScriptTexts {

  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\w$.])(?:(?:AJS|WRM)\\.)?I18n\\.getText\\(\\s*([\"'])([\\w.-]+)\\1\\s*([),])");

  private ScriptTexts() {}

  /** The script with the texts that {@code texts} has for its keys. */
  static String translate(String script, UnaryOperator<String> texts) {
    return CALL.matcher(script).replaceAll(call -> code(call, texts));
  }

  private static String code(MatchResult call, UnaryOperator<String> texts) {
    String literal = literal(texts.apply(call.group(2)));
    String code = call.group(3).equals(",") ? "AJS.format(" + literal + "," : literal;
    return Matcher.quoteReplacement(code);
  }

  private static String literal(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029")
            .replace("</", "<\\/")
        + '"';
  }
}
