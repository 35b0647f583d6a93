package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The installed apps, and buttons to stop and start them. */
public final class AppsScreen extends AdminScreen {

  private static final long serialVersionUID = 1;

  /** Where it is, below the context path. */
  public static final String PATH = "/secure/admin/ManageApps.jspa";

  private final transient AppList apps;

  /** Takes the apps it lists. */
  public AppsScreen(ScreenParts parts, GlobalPermissions permissions, AppList apps) {
    super(parts, permissions);
    this.apps = apps;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, "apps", Map.of("apps", apps.apps(), "path", PATH));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForged(request, response)) {
      return;
    }
    String key = parameter(request, "app");
    if (apps.apps().stream().noneMatch(app -> app.key().equals(key))) {
      notFound(request, response, "host.noSuchApp");
      return;
    }
    if (parameter(request, "action").equals("disable")) {
      apps.disable(key);
    } else {
      apps.enable(key);
    }
    response.sendRedirect(request.getContextPath() + PATH);
  }
}
