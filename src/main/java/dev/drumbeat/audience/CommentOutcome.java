package dev.drumbeat.audience;

import dev.drumbeat.request.Reason;

/** What became of a comment. */
public sealed interface CommentOutcome {

  /** It is there. */
  record Written(long id) implements CommentOutcome {}

  /** The host does not want it, and why. */
  record Refused(Reason why) implements CommentOutcome {}
}
