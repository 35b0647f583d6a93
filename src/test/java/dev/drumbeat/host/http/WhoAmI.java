package dev.drumbeat.host.http;

import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the name of the acting user. */
final class WhoAmI extends HttpServlet {

  private final transient CurrentUser current;

  WhoAmI(CurrentUser current) {
    this.current = current;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HostUser user = current.get();
    response.setContentType("text/plain");
    response.getWriter().print(user == null ? "nobody" : user.username());
  }
}
