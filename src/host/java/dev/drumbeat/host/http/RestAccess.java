package dev.drumbeat.host.http;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Asks the annotation of the method, else that of its class, who may call it; without one a user
 * must be logged in. Of several on one place the strictest counts.
 */
@Priority(Priorities.AUTHENTICATION)
final class RestAccess implements ContainerRequestFilter {

  private final CurrentUser current;
  private final GlobalPermissions permissions;
  @Context private ResourceInfo resource;

  RestAccess(CurrentUser current, GlobalPermissions permissions) {
    this.current = current;
    this.permissions = permissions;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Level level = levelOf(resource);
    if (level != Level.EVERYBODY && current.get() == null) {
      throw new NotAuthorizedException("Please log in or send an access token.", "Bearer");
    }
    if (level == Level.ADMINISTRATORS && !permissions.isAdministrator(current.get())) {
      throw new ForbiddenException("Only administrators may do this.");
    }
  }

  private static Level levelOf(ResourceInfo resource) {
    return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
        .map(RestAccess::levelOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Level.USERS);
  }

  /** Null when the place says nothing; what Jersey answers by itself has no place at all. */
  private static Level levelOf(AnnotatedElement place) {
    if (place == null) {
      return null;
    }
    if (place.isAnnotationPresent(AdminOnly.class)) {
      return Level.ADMINISTRATORS;
    }
    if (place.isAnnotationPresent(LicensedOnly.class)) {
      return Level.USERS;
    }
    return place.isAnnotationPresent(UnrestrictedAccess.class) ? Level.EVERYBODY : null;
  }

  private enum Level {
    EVERYBODY,
    USERS,
    ADMINISTRATORS
  }
}
