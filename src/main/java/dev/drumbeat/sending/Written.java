package dev.drumbeat.sending;

import dev.drumbeat.enrollment.ThreadInfo;
import dev.drumbeat.sequence.Rendering.Message;

/** A message that is ready to leave, and the thread as it is once it has; or why there is none. */
sealed interface Written {

  /** It may leave. */
  record Ready(Letter letter, ThreadInfo thread) implements Written {}

  /** What is to be done by hand, or why nobody can be told. */
  sealed interface Task {}

  /** It may be given to somebody. */
  record TaskText(Message message) implements Task {}

  /** It cannot be given to anybody. */
  record NoTask(Hindrance hindrance) implements Task {}

  /** It cannot be written. */
  record Not(Hindrance hindrance) implements Written {}
}
