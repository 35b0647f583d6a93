package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.page.ReturnAddress;
import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A page of the host: writes templates, and the same short page for everything that fails. */
abstract class Screen extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient ScreenParts parts;

  Screen(ScreenParts parts) {
    this.parts = parts;
  }

  /** The reader; null when nobody is logged in. */
  final HostUser user() {
    return parts.user().get();
  }

  final String text(String key, Serializable... arguments) {
    return parts.texts().getText(key, arguments);
  }

  /** Writes times for the reader. */
  final Dates dates() {
    return new Dates(user(), parts.texts().getLocale());
  }

  /** Writes a page with the values of its template, which also knows reader, token and dates. */
  final void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String template,
      Map<String, ?> values)
      throws IOException {
    Map<String, Object> all = new HashMap<>(values);
    all.put("context", request.getContextPath());
    all.put("token", token(request, response));
    all.put("dates", dates());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(parts.templates().render(template, all));
  }

  /** Only somebody who is logged in has forms to send, and a session for their token. */
  private String token(HttpServletRequest request, HttpServletResponse response) {
    return user() == null ? "" : parts.tokens().getXsrfToken(request, response, true);
  }

  /** Answers a failure in the frame of the host. */
  final void fail(HttpServletRequest request, HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    show(request, response, "failure", Map.of("text", text));
  }

  /** What is missing and what may not be seen look the same. */
  final void notFound(HttpServletRequest request, HttpServletResponse response, String text)
      throws IOException {
    fail(request, response, HttpServletResponse.SC_NOT_FOUND, text(text));
  }

  /** Whether the form came without the token of this session, which has been answered then. */
  final boolean isForged(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (parts.validator().validateFormEncodedToken(request)) {
      return false;
    }
    fail(request, response, HttpServletResponse.SC_FORBIDDEN, text("host.forged"));
    return true;
  }

  /** Sends whoever is not logged in to do so and come back. */
  final void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(parts.logIn().getLoginUri(ReturnAddress.of(request)).toString());
  }

  static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }
}
