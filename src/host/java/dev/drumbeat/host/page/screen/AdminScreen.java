package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page for administrators; all others are refused before it does anything. */
abstract class AdminScreen extends Screen {

  private static final long serialVersionUID = 1;

  private final transient GlobalPermissions permissions;

  AdminScreen(ScreenParts parts, GlobalPermissions permissions) {
    super(parts);
    this.permissions = permissions;
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (user() == null) {
      logIn(request, response);
    } else if (permissions.isAdministrator(user())) {
      super.service(request, response);
    } else {
      fail(request, response, HttpServletResponse.SC_FORBIDDEN, text("host.notAdministrator"));
    }
  }
}
