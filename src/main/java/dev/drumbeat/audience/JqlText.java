package dev.drumbeat.audience;

/** Works on the text of a query that is known to parse. */
final class JqlText {

  private static final String ORDER = "order";

  private JqlText() {}

  /** The conditions alone, without {@code ORDER BY}; blank when there are none. */
  static String conditions(String jql) {
    char quote = 0;
    for (int at = 0; at < jql.length(); at++) {
      char c = jql.charAt(at);
      if (c == '\\') {
        at++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (startsOrder(jql, at)) {
        return jql.substring(0, at).strip();
      }
    }
    return jql.strip();
  }

  /** The word is reserved: where it is not quoted and not a part of another, it is the clause. */
  private static boolean startsOrder(String jql, int at) {
    int end = at + ORDER.length();
    return jql.regionMatches(true, at, ORDER, 0, ORDER.length())
        && (at == 0 || isBetweenWords(jql.charAt(at - 1)))
        && end < jql.length()
        && Character.isWhitespace(jql.charAt(end));
  }

  private static boolean isBetweenWords(char c) {
    return Character.isWhitespace(c) || c == ')' || c == '"' || c == '\'';
  }

  /** A value in quotes. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
