package dev.drumbeat.audience;

import dev.drumbeat.request.Reason;
import java.util.Optional;

/** Whether a query finds an issue. */
public sealed interface IssueMatch {

  /** It does, or does not. */
  record Known(boolean found) implements IssueMatch {}

  /** Nobody can tell, and why. */
  record Failed(Reason why) implements IssueMatch {}

  /** Why nobody can tell. */
  default Optional<Reason> refusal() {
    return this instanceof Failed failed ? Optional.of(failed.why()) : Optional.empty();
  }
}
