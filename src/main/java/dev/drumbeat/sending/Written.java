package dev.drumbeat.sending;

import dev.drumbeat.enrollment.ThreadInfo;

/** A message that is ready to leave, and the thread as it is once it has; or why there is none. */
sealed interface Written {

  /** It may leave. */
  record Ready(Letter letter, ThreadInfo thread) implements Written {}

  /** It cannot be written. */
  record Not(Hindrance hindrance) implements Written {}
}
