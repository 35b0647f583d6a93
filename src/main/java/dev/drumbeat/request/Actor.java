package dev.drumbeat.request;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * The user who asks. The key is the host's stable user key, never the name; texts are written for
 * the locale and times for the zone.
 */
public record Actor(
    String userKey, String displayName, Set<Right> rights, Locale locale, ZoneId zone) {

  public Actor {
    rights = Set.copyOf(rights);
  }

  /** The same user, who is told times of another zone. */
  public Actor in(ZoneId other) {
    return new Actor(userKey, displayName, rights, locale, other);
  }

  /** Whether the user has that right. */
  public boolean has(Right right) {
    return rights.contains(right);
  }

  /** Refuses with {@link NotAllowed} when the right is missing. */
  public void mustHave(Right right) {
    if (!has(right)) {
      throw new NotAllowed(right);
    }
  }
}
