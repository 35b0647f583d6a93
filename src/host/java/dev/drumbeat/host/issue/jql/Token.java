package dev.drumbeat.host.issue.jql;

/** A piece of a query and where it begins, counted from 0. */
record Token(Kind kind, String text, int at) {

  enum Kind {
    WORD,
    QUOTED,
    SIGN,
    END
  }

  /** Whether this is that keyword, not quoted, in any case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
