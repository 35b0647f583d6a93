package dev.drumbeat.web;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotLoggedIn;
import dev.drumbeat.request.Right;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says who is asking on this thread and what they may do. */
public final class Actors {

  private final JiraAuthenticationContext authentication;
  private final GlobalPermissionManager permissions;
  private final TimeZoneManager zones;

  public Actors(
      JiraAuthenticationContext authentication,
      GlobalPermissionManager permissions,
      TimeZoneManager zones) {
    this.authentication = authentication;
    this.permissions = permissions;
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
        rights(user),
        authentication.getLocale(),
        zones.getUserTimeZone().toZoneId());
  }

  /** Until rights can be given to groups, administrators have them all. */
  private Set<Right> rights(ApplicationUser user) {
    return permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)
        ? EnumSet.allOf(Right.class)
        : EnumSet.noneOf(Right.class);
  }
}
