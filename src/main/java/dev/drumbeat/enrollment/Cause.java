package dev.drumbeat.enrollment;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Who or what changes something: a user key or a part of the app, why if there is more to say, and
 * the send that it is about.
 */
public record Cause(String who, @Nullable Reason why, @Nullable Long sendId) {

  /** Somebody asked for it. */
  public static Cause user(Actor actor) {
    return new Cause(actor.userKey(), null, null);
  }

  /** A part of the app did it, such as {@code sending}. */
  public static Cause app(String part) {
    return new Cause(part, null, null);
  }

  /** For that reason. */
  public Cause because(Reason reason) {
    return new Cause(who, reason, sendId);
  }

  /** For that reason, unless there is one. */
  Cause orBecause(Reason reason) {
    return why == null ? because(reason) : this;
  }

  /** About that send. */
  public Cause send(long id) {
    return new Cause(who, why, id);
  }
}
