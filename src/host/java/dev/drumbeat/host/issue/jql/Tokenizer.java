package dev.drumbeat.host.issue.jql;

import dev.drumbeat.host.issue.jql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a query into words, quoted texts and signs. */
final class Tokenizer {

  private static final String SIGNS = "(),=!<>~";
  private static final String RESERVED = "+.;?|*/%^$#@[]&{}";

  private final String text;
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  /** All tokens of the text and an END. */
  static List<Token> tokens(String text) {
    return new Tokenizer(text).all();
  }

  private List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      tokens.add(next());
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Token next() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return quoted(c);
    }
    return SIGNS.indexOf(c) >= 0 ? sign() : word();
  }

  private Token sign() {
    int start = at++;
    boolean comparison = "=!<>~".indexOf(text.charAt(start)) >= 0;
    boolean two = comparison && at < text.length() && "=~".indexOf(text.charAt(at)) >= 0;
    at += two ? 1 : 0;
    return new Token(Kind.SIGN, text.substring(start, at), start);
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isPartOfWord(text.charAt(at))) {
      at++;
    }
    if (text.startsWith("[", at) && text.substring(start, at).equalsIgnoreCase("cf")) {
      return customField(start);
    }
    if (at < text.length() && RESERVED.indexOf(text.charAt(at)) >= 0) {
      String problem =
          "The character '" + text.charAt(at) + "' must be enclosed in quotation marks";
      throw JqlException.at(at, problem);
    }
    return new Token(Kind.WORD, text.substring(start, at), start);
  }

  private Token customField(int start) {
    int end = text.indexOf(']', at);
    if (end < 0 || !text.substring(at + 1, end).trim().matches("\\d{1,18}")) {
      throw JqlException.at(at, "Expecting the number of a custom field, as in cf[10000],");
    }
    String id = text.substring(at + 1, end).trim();
    at = end + 1;
    return new Token(Kind.WORD, "cf[" + id + "]", start);
  }

  private Token quoted(char quote) {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      content.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
      at++;
    }
    if (at >= text.length()) {
      throw JqlException.at(start, "The quotation mark is never closed that opens");
    }
    at++;
    return new Token(Kind.QUOTED, content.toString(), start);
  }

  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case '"', '\'', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> throw JqlException.at(at - 1, "There is no escape sequence '\\" + c + "'");
    };
  }

  private static boolean isPartOfWord(char c) {
    return !Character.isWhitespace(c)
        && SIGNS.indexOf(c) < 0
        && RESERVED.indexOf(c) < 0
        && c != '"'
        && c != '\'';
  }
}
