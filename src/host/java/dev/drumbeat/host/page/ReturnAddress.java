package dev.drumbeat.host.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where somebody who is sent to log in comes back to. */
public final class ReturnAddress {

  private ReturnAddress() {}

  /** The address of this request; without its query when that is not written as it should be. */
  public static URI of(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    try {
      return URI.create(request.getRequestURI() + query);
    } catch (IllegalArgumentException e) {
      return withoutQuery(request);
    }
  }

  private static URI withoutQuery(HttpServletRequest request) {
    try {
      return URI.create(request.getRequestURI());
    } catch (IllegalArgumentException e) {
      return URI.create(request.getContextPath() + "/");
    }
  }
}
