package dev.drumbeat.host.http;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of the log-in page, with the way back. */
public final class LogInAddress implements LoginUriProvider {

  /** Takes the path and query of the URI, with or without the host's own address before them. */
  @Override
  public URI getLoginUri(URI returnUri) {
    String query = returnUri.getRawQuery() == null ? "" : "?" + returnUri.getRawQuery();
    String destination = withoutContext(returnUri.getRawPath()) + query;
    return URI.create(
        HttpServer.CONTEXT_PATH
            + "/login.jsp?permissionViolation=true&os_destination="
            + URLEncoder.encode(destination, StandardCharsets.UTF_8));
  }

  private static String withoutContext(String path) {
    String context = HttpServer.CONTEXT_PATH;
    return path.startsWith(context + "/") ? path.substring(context.length()) : path;
  }
}
