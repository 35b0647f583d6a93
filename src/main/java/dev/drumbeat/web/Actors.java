package dev.drumbeat.web;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotLoggedIn;
import java.util.Optional;

/** Says who is asking on this thread and what they may do. */
public final class Actors {

  private final JiraAuthenticationContext authentication;
  private final Rights rights;
  private final TimeZoneManager zones;

  public Actors(JiraAuthenticationContext authentication, Rights rights, TimeZoneManager zones) {
    this.authentication = authentication;
    this.rights = rights;
    this.zones = zones;
  }

  /** Who is logged in; empty for anonymous. */
  public Optional<Actor> find() {
    return Optional.ofNullable(authentication.getLoggedInUser()).map(this::actor);
  }

  /** Who is logged in; refuses with {@link NotLoggedIn} when nobody is. */
  public Actor current() {
    return find().orElseThrow(NotLoggedIn::new);
  }

  private Actor actor(ApplicationUser user) {
    return new Actor(
        user.getKey(),
        user.getDisplayName(),
        rights.of(user),
        authentication.getLocale(),
        zones.getUserTimeZone().toZoneId());
  }
}
