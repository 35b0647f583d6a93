package dev.drumbeat.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of the time that a pause took (P2). */
public enum ResumePolicy {
  /** Everything is later by as long as the pause was. */
  SHIFT,
  /** Everything is due when it would have been; what is overdue goes out as windows allow. */
  KEEP,
  /** Steps that became due during the pause are left out. */
  SKIP;

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the policy by its word. */
  public static Optional<ResumePolicy> of(String word) {
    return Stream.of(values()).filter(p -> p.word().equals(word)).findFirst();
  }
}
