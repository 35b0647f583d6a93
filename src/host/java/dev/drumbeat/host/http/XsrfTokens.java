package dev.drumbeat.host.http;

import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that the forms of one session carry. As in Jira it is also a cookie; a cookie that was
 * planted does not help, because the session knows its own.
 */
public final class XsrfTokens implements XsrfTokenAccessor, XsrfTokenValidator {

  /** The form field and parameter. */
  public static final String PARAMETER = "atl_token";

  private static final String COOKIE = "atlassian.xsrf.token";
  private static final String ATTRIBUTE = "host.xsrf";

  private final SecureRandom random = new SecureRandom();

  /**
   * The token of the session; null when there is none and it is not to be created. A new token is
   * sent with the response, which must not be committed yet.
   */
  @Override
  public String getXsrfToken(
      HttpServletRequest request, HttpServletResponse response, boolean create) {
    String known = known(request);
    if (known != null || !create) {
      return known;
    }
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.getSession(true).setAttribute(ATTRIBUTE, token);
    response.addCookie(cookie(token));
    return token;
  }

  private static Cookie cookie(String token) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath(HttpServer.CONTEXT_PATH);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** Whether the request carries the token of its session as a parameter and as a cookie. */
  @Override
  public boolean validateFormEncodedToken(HttpServletRequest request) {
    String known = known(request);
    return known != null
        && same(known, request.getParameter(PARAMETER))
        && same(known, cookieOf(request));
  }

  private static String known(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(ATTRIBUTE);
  }

  private static String cookieOf(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** Takes the same time wherever they differ. */
  private static boolean same(String known, String given) {
    return given != null
        && MessageDigest.isEqual(
            known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
