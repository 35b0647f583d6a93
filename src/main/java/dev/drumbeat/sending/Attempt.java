package dev.drumbeat.sending;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.ThreadInfo;

/** A claimed send on its way: the thread is as it will be once the message is in it. */
record Attempt(Due due, Send send, Letter letter, ThreadInfo thread) {

  Enrollment run() {
    return due.run();
  }
}
