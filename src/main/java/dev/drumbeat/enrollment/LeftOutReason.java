package dev.drumbeat.enrollment;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a candidate was not admitted (E8). */
public enum LeftOutReason {
  /** The issue has no address where it should. */
  NO_ADDRESS("noAddress"),
  /** What stands there is not an address. */
  INVALID_ADDRESS("invalidAddress"),
  /** Another issue of the audience has the same address. */
  DUPLICATE("duplicate"),
  SUPPRESSED("suppressed"),
  /** The owner of the campaign may not see the issue. */
  NOT_VISIBLE("notVisible"),
  /** The lead was in the campaign before. */
  ALREADY_ENROLLED("alreadyEnrolled"),
  /** The audience grew over its limit. */
  OVER_LIMIT("overLimit"),
  /** Something went wrong with this one; the log says what. */
  FAILED("failed");

  private final String word;

  LeftOutReason(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the reason by its word. */
  public static Optional<LeftOutReason> of(String word) {
    return Stream.of(values()).filter(r -> r.word.equals(word)).findFirst();
  }
}
