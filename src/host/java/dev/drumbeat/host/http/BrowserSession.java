package dev.drumbeat.host.http;

import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Who logged in with a browser. The key is kept, not the user: a deactivation counts at once. */
final class BrowserSession {

  private static final String USER_KEY = "host.user";

  private BrowserSession() {}

  /** Begins a session of its own: nothing that was known before the log-in stays valid. */
  static void start(HttpServletRequest request, HostUser user) {
    end(request);
    request.getSession(true).setAttribute(USER_KEY, user.key());
  }

  /** The key of the user who logged in; null when nobody did. */
  static String userKey(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(USER_KEY);
  }

  /** Forgets the session and all that belongs to it. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
