package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;

/** Ends a rendering from within the template engine; never leaves {@link MailTemplates}. */
final class Unrenderable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  Unrenderable(Reason reason) {
    super(reason.key(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
