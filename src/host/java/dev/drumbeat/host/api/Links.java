package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where things are, in the words of the client that asks.
 *
 * @param base scheme, host, port and context path, without a slash at its end
 */
record Links(String base) {

  static Links of(HttpServletRequest request) {
    String whole = request.getRequestURL().toString();
    String host = whole.substring(0, whole.length() - request.getRequestURI().length());
    return new Links(host + request.getContextPath());
  }

  /** Below the REST API; the version is always named, whichever the client called. */
  String api(String path) {
    return base + "/rest/api/2/" + path;
  }

  String issue(Long id) {
    return api("issue/" + id);
  }

  String user(String name) {
    return api("user?username=" + encoded(name));
  }

  /** The picture of a person or a project, in Jira's four sizes. */
  ObjectNode avatars(String servlet) {
    String url = base + "/secure/" + servlet + "?avatarId=10122";
    return Json.object()
        .put("48x48", url)
        .put("24x24", url + "&size=small")
        .put("16x16", url + "&size=xsmall")
        .put("32x32", url + "&size=medium");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
