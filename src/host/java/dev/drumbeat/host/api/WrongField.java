package dev.drumbeat.host.api;

/** A field that the client wrote cannot be taken; the message is for the client. */
final class WrongField extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String field;

  WrongField(String field, String message) {
    super(message);
    this.field = field;
  }

  String field() {
    return field;
  }
}
