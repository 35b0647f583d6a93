package dev.drumbeat.host.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a browser may be sent back to after a form: a path of this host, nothing else. */
final class LocalTarget {

  /** Browsers take a backslash for a slash and skip tabs and line breaks. */
  private static final Pattern LOCAL = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]*");

  private static final Pattern NOT_FOR_AN_ADDRESS =
      Pattern.compile("[^\\w\\-.~:/?#@!$&'()*+,;=%]+|%(?!\\p{XDigit}{2})");

  private LocalTarget() {}

  /**
   * The path to redirect to; the host's home when the wish is missing or leads elsewhere. Paths may
   * be given with the context path or, as in Jira, without.
   */
  static String of(String wanted) {
    String path = wanted != null && LOCAL.matcher(wanted).matches() ? encoded(wanted) : "/";
    String context = HttpServer.CONTEXT_PATH;
    return path.startsWith(context + "/") ? path : context + path;
  }

  /** The path and query that were called, to come back to. */
  static URI here(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return URI.create(encoded(request.getRequestURI() + query));
  }

  /**
   * Leaves what is encoded already as it is; browsers send more characters plain than a URI may.
   */
  private static String encoded(String path) {
    return NOT_FOR_AN_ADDRESS
        .matcher(path)
        .replaceAll(
            found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
