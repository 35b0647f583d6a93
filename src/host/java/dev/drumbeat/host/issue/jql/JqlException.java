package dev.drumbeat.host.issue.jql;

/** A query that cannot be understood; the message is for the person who wrote it. */
public final class JqlException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public JqlException(String message) {
    super(message);
  }

  /** An error at a place of the text, counted from 1. */
  static JqlException at(int index, String message) {
    return new JqlException("Error in the JQL Query: " + message + " at character " + (index + 1));
  }

  /** An error that shows only when the text is over. */
  static JqlException atTheEnd(String expected) {
    return new JqlException(
        "Error in the JQL Query: Expecting " + expected + " before the end of the query");
  }
}
