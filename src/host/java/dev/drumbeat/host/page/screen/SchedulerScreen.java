package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The scheduled jobs, and a button to run one now. */
public final class SchedulerScreen extends AdminScreen {

  private static final long serialVersionUID = 1;

  /** Where it is, below the context path. */
  public static final String PATH = "/secure/admin/SchedulerAdmin.jspa";

  private final transient JobList jobs;

  /** Takes the jobs it lists. */
  public SchedulerScreen(ScreenParts parts, GlobalPermissions permissions, JobList jobs) {
    super(parts, permissions);
    this.jobs = jobs;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(
        request,
        response,
        "scheduler",
        Map.of("jobs", jobs.jobs(), "ran", parameter(request, "ran"), "path", PATH));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForged(request, response)) {
      return;
    }
    String id = parameter(request, "job");
    if (jobs.jobs().stream().noneMatch(job -> job.id().equals(id))) {
      notFound(request, response, "host.noSuchJob");
      return;
    }
    jobs.run(id);
    response.sendRedirect(request.getContextPath() + PATH + "?ran=" + Links.encode(id));
  }
}
