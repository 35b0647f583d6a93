package dev.drumbeat.host.http;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a browser may be sent back to after a form: a path of this host, nothing else. */
final class LocalTarget {

  private LocalTarget() {}

  /**
   * The path to redirect to; the host's home when the wish is missing or leads elsewhere. Paths may
   * be given with the context path or, as in Jira, without.
   */
  static String of(String wanted) {
    String path = wanted == null ? "/" : local(wanted);
    String context = HttpServer.CONTEXT_PATH;
    return path.startsWith(context + "/") ? path : context + path;
  }

  /** Backslashes and control characters, which browsers forgive, do not parse as a URI. */
  private static String local(String wanted) {
    try {
      URI uri = new URI(wanted);
      boolean here = !uri.isAbsolute() && wanted.startsWith("/") && !wanted.startsWith("//");
      return here ? uri.toASCIIString() : "/";
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
