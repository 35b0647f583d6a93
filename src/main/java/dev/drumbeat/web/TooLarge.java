package dev.drumbeat.web;

/** A body is longer than is read. */
final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int limit;

  TooLarge(int limit) {
    super("longer than " + limit + " bytes", null, false, false);
    this.limit = limit;
  }

  /** The longest body in KiB. */
  int kibibytes() {
    return limit / 1024;
  }
}
