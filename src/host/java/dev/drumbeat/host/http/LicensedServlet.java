package dev.drumbeat.host.http;

import com.atlassian.sal.api.auth.LoginUriProvider;
import dev.drumbeat.host.user.CurrentUser;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets only users who are logged in reach a servlet. */
final class LicensedServlet extends HttpServlet {

  private final transient HttpServlet servlet;
  private final transient CurrentUser current;
  private final transient LoginUriProvider logIn;

  LicensedServlet(HttpServlet servlet, CurrentUser current, LoginUriProvider logIn) {
    this.servlet = servlet;
    this.current = current;
    this.logIn = logIn;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    servlet.init(config);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (current.get() != null) {
      servlet.service(request, response);
    } else if (isBrowsing(request)) {
      response.sendRedirect(logIn.getLoginUri(LocalTarget.here(request)).toString());
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Please log in first.");
    }
  }

  /** A person who follows a link, as opposed to a script or a form whose content would be lost. */
  private static boolean isBrowsing(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
