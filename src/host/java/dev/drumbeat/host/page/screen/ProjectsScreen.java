package dev.drumbeat.host.page.screen;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.host.issue.Tracker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The projects that the reader may browse. */
public final class ProjectsScreen extends Screen {

  private static final long serialVersionUID = 1;

  /** Where it is, below the context path. */
  public static final String PATH = "/secure/BrowseProjects.jspa";

  private final transient Tracker tracker;

  /** Takes where projects are. */
  public ProjectsScreen(ScreenParts parts, Tracker tracker) {
    super(parts);
    this.tracker = tracker;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(
        request,
        response,
        "projects",
        Map.of(
            "projects",
            tracker.permissions().projects(ProjectPermissions.BROWSE_PROJECTS, user())));
  }
}
