package dev.drumbeat.host.http;

import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Tokens;
import dev.drumbeat.host.user.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds out who is asking: the bearer of a token, else the user of the session, else nobody. The
 * user is the thread's until the request ends, whatever happens. Basic authentication is off, as in
 * Jira 11.
 */
public final class LogInFilter extends HttpFilter {

  /** Set on requests that a token authenticates; a browser does not send those by itself. */
  public static final String BY_TOKEN = "host.byToken";

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final transient Users users;
  private final transient Tokens tokens;
  private final transient CurrentUser current;

  public LogInFilter(Users users, Tokens tokens, CurrentUser current) {
    this.users = users;
    this.tokens = tokens;
    this.current = current;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String credentials = request.getHeader("Authorization");
    try {
      if (has(BASIC, credentials)) {
        refuseBasic(response);
      } else if (has(BEARER, credentials)) {
        byToken(credentials.substring(BEARER.length()).trim(), request, response, chain);
      } else {
        current.set(userOfSession(request));
        chain.doFilter(request, response);
      }
    } finally {
      current.clear();
    }
  }

  private static boolean has(String scheme, String credentials) {
    return credentials != null && credentials.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private void byToken(
      String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<HostUser> bearer = tokens.user(token);
    if (bearer.isEmpty()) {
      refuse(response, "The access token is not valid.");
      return;
    }
    request.setAttribute(BY_TOKEN, true);
    current.set(bearer.get());
    chain.doFilter(request, response);
  }

  private HostUser userOfSession(HttpServletRequest request) {
    String key = BrowserSession.userKey(request);
    HostUser user = key == null ? null : users.getUserByKey(key);
    return user != null && user.active() ? user : null;
  }

  /** In the words of Jira, whose documentation tells what to do instead. */
  private static void refuseBasic(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json;charset=UTF-8");
    response
        .getWriter()
        .write("{\"message\":\"Basic Authentication has been disabled on this instance.\"}");
  }

  private static void refuse(HttpServletResponse response, String reason) throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED, reason);
  }
}
