package dev.drumbeat.host.issue;

/** A value that a field cannot take; the message is for the person who gave it. */
public final class InvalidFieldException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String field;

  InvalidFieldException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The id of the field, for example {@code summary} or {@code customfield_10000}. */
  public String field() {
    return field;
  }
}
