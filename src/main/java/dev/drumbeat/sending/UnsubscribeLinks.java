package dev.drumbeat.sending;

import dev.drumbeat.enrollment.Enrollment;

/** Makes the address at which a lead unsubscribes without logging in (U4, U5). */
@FunctionalInterface
public interface UnsubscribeLinks {

  /** The address for that run; the same for all of its messages. */
  String url(Enrollment run);

  /** What stands in its place where nobody is enrolled yet; it stops nothing. */
  default String example() {
    return "https://example.org/unsubscribe";
  }
}
