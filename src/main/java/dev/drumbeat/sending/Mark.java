package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;
import java.io.IOException;

/** Makes durable that a body is about to leave (X3). */
@FunctionalInterface
interface Mark {

  /** Returns once it is committed; otherwise nothing may leave. */
  void commit() throws NotMarked;

  /**
   * The send is not ours any more, or the database could not say so. An {@link IOException}, since
   * that makes Jakarta Mail drop the connection instead of ending the message.
   */
  final class NotMarked extends IOException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    NotMarked(Reason reason) {
      super(reason.toString());
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }
}
