package dev.drumbeat.host.http;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Administrators confirm their password before they change the system; that holds for ten minutes
 * after their last such request, in this session alone.
 */
public final class WebSudo implements WebSudoManager {

  /** Where {@link WebSudoPage} is served. */
  public static final String PATH = "/secure/admin/WebSudoAuthenticate";

  static final String DESTINATION = "webSudoDestination";

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final String ATTRIBUTE = "host.webSudoUntil";

  private final InstantSource clock;
  private final boolean enabled;

  /**
   * @param enabled false lets every request pass, as a Jira does whose administrator switched it
   *     off
   */
  public WebSudo(InstantSource clock, boolean enabled) {
    this.clock = clock;
    this.enabled = enabled;
  }

  /** Passes when the password was confirmed, and then for another ten minutes. */
  @Override
  public void willExecuteWebSudoRequest(HttpServletRequest request) {
    if (!enabled) {
      return;
    }
    if (!isConfirmed(request)) {
      throw new WebSudoSessionException();
    }
    confirm(request);
  }

  /** Sends the browser to the page that asks, and from there back to where it wanted to go. */
  @Override
  public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
    String here = LocalTarget.here(request).toString();
    String back = URLEncoder.encode(here, StandardCharsets.UTF_8);
    try {
      response.sendRedirect(HttpServer.CONTEXT_PATH + PATH + "?" + DESTINATION + "=" + back);
    } catch (IOException e) {
      throw new UncheckedIOException("The browser went away", e);
    }
  }

  /** Remembers that the password was given just now. */
  void confirm(HttpServletRequest request) {
    request.getSession(true).setAttribute(ATTRIBUTE, clock.instant().plus(TIMEOUT));
  }

  /** A mark from the future, left by a clock that was set back, does not count. */
  private boolean isConfirmed(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Instant until = session == null ? null : (Instant) session.getAttribute(ATTRIBUTE);
    Instant now = clock.instant();
    return until != null && now.isBefore(until) && !until.isAfter(now.plus(TIMEOUT));
  }
}
