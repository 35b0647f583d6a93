package dev.drumbeat.host.http;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Refuses calls that a page of another site could make a browser send, as REST v2 does: bodies that
 * a plain form can produce need a header that a form cannot, and a call that relies on the session
 * must not come from elsewhere.
 */
@Priority(Priorities.AUTHORIZATION)
final class RestXsrf implements ContainerRequestFilter {

  private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<MediaType> OF_FORMS =
      Set.of(
          MediaType.APPLICATION_FORM_URLENCODED_TYPE,
          MediaType.MULTIPART_FORM_DATA_TYPE,
          MediaType.TEXT_PLAIN_TYPE);

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (CHANGE_NOTHING.contains(request.getMethod()) || isExcluded(resource.getResourceMethod())) {
      return;
    }
    boolean marked = "no-check".equalsIgnoreCase(request.getHeaderString("X-Atlassian-Token"));
    if ((isForm(request.getMediaType()) && !marked) || isForeign(request)) {
      throw new ForbiddenException("XSRF check failed");
    }
  }

  private static boolean isExcluded(Method method) {
    return method != null && method.isAnnotationPresent(XsrfProtectionExcluded.class);
  }

  private static boolean isForm(MediaType type) {
    return type != null && OF_FORMS.stream().anyMatch(type::isCompatible);
  }

  private static boolean isForeign(ContainerRequestContext request) {
    return request.getProperty(LogInFilter.BY_TOKEN) == null
        && Origins.areForeign(
            request.getUriInfo().getBaseUri(),
            request.getHeaderString("Origin"),
            request.getHeaderString("Referer"));
  }
}
