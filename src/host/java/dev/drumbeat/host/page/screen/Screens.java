package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.page.WebFragments;
import dev.drumbeat.host.page.WebResources;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Users;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.function.BiConsumer;

/** All pages of the host with their paths, to be added to the web server. */
public final class Screens {

  private final ScreenParts parts;
  private final BiConsumer<String, HttpServlet> server;

  /** Takes what pages need and where they go, as in {@code new Screens(parts, server::add)}. */
  public Screens(ScreenParts parts, BiConsumer<String, HttpServlet> server) {
    this.parts = parts;
    this.server = server;
  }

  /** Adds the first page; the accounts are told to whoever is not logged in. */
  public Screens withDashboard(List<SampleAccount> accounts) {
    DashboardScreen.PATHS.forEach(
        path -> server.accept(path, new DashboardScreen(parts, accounts)));
    return this;
  }

  /** Adds the pages of projects and issues. */
  public Screens withIssues(
      Tracker tracker, Users users, WebFragments fragments, WebResources resources) {
    IssueView view = new IssueView(tracker, users, fragments, resources);
    server.accept(ProjectsScreen.PATH, new ProjectsScreen(parts, tracker));
    server.accept(NavigatorScreen.PATH, new NavigatorScreen(parts, tracker, fragments, resources));
    server.accept(IssueScreen.PATH, new IssueScreen(parts, view));
    IssueActions.PATHS.forEach(path -> server.accept(path, new IssueActions(parts, view)));
    return this;
  }

  /** Adds the pages of administrators. */
  public Screens withAdministration(GlobalPermissions permissions, JobList jobs, AppList apps) {
    server.accept(SchedulerScreen.PATH, new SchedulerScreen(parts, permissions, jobs));
    server.accept(AppsScreen.PATH, new AppsScreen(parts, permissions, apps));
    return this;
  }
}
