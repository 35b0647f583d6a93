package dev.drumbeat.host.issue;

/** The acting user lacks a right; the message says which. */
public final class NotAllowedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotAllowedException(String message) {
    super(message);
  }
}
