package dev.drumbeat.web;

import dev.drumbeat.request.OpenRequests;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts the REST calls under way. Every call is answered, since errors have a mapper. */
@Provider
public final class RequestCount implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String COUNTED = "drumbeat.counted";

  private final OpenRequests requests;

  @Inject
  public RequestCount(OpenRequests requests) {
    this.requests = requests;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(COUNTED, true);
    requests.begin();
  }

  /** A filter of the host may have refused the call before it was counted. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(COUNTED) != null) {
      request.removeProperty(COUNTED);
      requests.end();
    }
  }
}
