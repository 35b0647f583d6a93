package dev.drumbeat.host.page.screen;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.http.HttpServer;
import dev.drumbeat.host.http.LogInAddress;
import dev.drumbeat.host.http.LogInFilter;
import dev.drumbeat.host.http.LogInPage;
import dev.drumbeat.host.http.LogOutPage;
import dev.drumbeat.host.http.XsrfTokens;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.page.Decorator;
import dev.drumbeat.host.page.Navigation;
import dev.drumbeat.host.page.PluginFixture;
import dev.drumbeat.host.page.ResourceServlet;
import dev.drumbeat.host.page.Templates;
import dev.drumbeat.host.page.Texts;
import dev.drumbeat.host.page.WebFragments;
import dev.drumbeat.host.page.WebResources;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Tokens;
import dev.drumbeat.host.user.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A running host on 2026-06-01 with the administrator ada, sam of SALES and bob, who sees nothing.
 * Passwords are the user names.
 */
final class SiteFixture implements AutoCloseable {

  final Database database = Databases.scratch();
  final HostClock clock = HostClock.standingAt(Instant.parse("2026-06-01T10:00:00Z"));
  final Users users = new Users(database);
  final Groups groups = new Groups(database, users);
  final Tracker tracker = new Tracker(database, users, groups, clock);
  final CurrentUser current = new CurrentUser();
  final GlobalPermissions permissions = new GlobalPermissions(groups);
  final Texts texts = new Texts(current);
  final WebFragments fragments = new WebFragments(texts, current, HttpServer.CONTEXT_PATH);
  final WebResources resources = new WebResources(texts);
  final List<String> ran = new ArrayList<>();
  final List<AppLine> apps = new ArrayList<>();
  final List<JobLine> jobs = new ArrayList<>();

  final HostUser ada = users.add("ada", "ada", "Ada Admin", "ada@example.com");
  final HostUser sam = users.add("sam", "sam", "Sam Seller", "sam@example.com");
  final HostUser bob = users.add("bob", "bob", "Bob Builder", "bob@example.com");
  final HostProject sales = tracker.projects().add("SALES", "Sales", sam);
  final HostField email = tracker.customFields().add("Email", FieldKind.TEXT);

  private final HttpServer server =
      new HttpServer(0, new LogInFilter(users, new Tokens(database, users), current));

  SiteFixture() {
    groups.add("sales");
    groups.add(GlobalPermissions.ADMINISTRATORS);
    groups.join(sam, "sales");
    groups.join(ada, "sales");
    groups.join(ada, GlobalPermissions.ADMINISTRATORS);
    List.of(
            ProjectPermissions.BROWSE_PROJECTS,
            ProjectPermissions.ADD_COMMENTS,
            ProjectPermissions.EDIT_ISSUES)
        .forEach(permission -> tracker.projects().grant(sales, permission, "sales"));
    serve();
  }

  private void serve() {
    XsrfTokens tokens = new XsrfTokens();
    LogInAddress logIn = new LogInAddress();
    Templates templates = new Templates(texts);
    Navigation navigation =
        new Navigation(fragments, texts, current, permissions, HttpServer.CONTEXT_PATH);
    server.decorateWith(new Decorator(templates, texts, resources, navigation, logIn, tokens));
    ResourceServlet.PATHS.forEach(path -> server.add(path, new ResourceServlet(resources)));
    server.add("/login.jsp", new LogInPage(users));
    server.add("/logout", new LogOutPage(tokens));
    ScreenParts parts = new ScreenParts(templates, texts, current, logIn, tokens, tokens);
    new Screens(parts, server::add)
        .withDashboard(List.of(new SampleAccount("ada", "ada", "administer")))
        .withIssues(tracker, users, fragments, resources)
        .withAdministration(permissions, jobList(), appList());
    server.start();
  }

  private JobList jobList() {
    return new JobList() {
      @Override
      public List<JobLine> jobs() {
        return jobs;
      }

      @Override
      public void run(String jobId) {
        ran.add(jobId);
      }
    };
  }

  private AppList appList() {
    return new AppList() {
      @Override
      public List<AppLine> apps() {
        return apps;
      }

      @Override
      public void enable(String key) {
        ran.add("enable " + key);
      }

      @Override
      public void disable(String key) {
        ran.add("disable " + key);
      }
    };
  }

  void enable(PluginFixture app) {
    texts.enable(app);
    resources.enable(app);
    fragments.enable(app);
  }

  HostIssue issue(String summary) {
    return tracker.issues().create(sam, sales, IssueFields.of(summary));
  }

  HostIssue richIssue() {
    return tracker
        .issues()
        .create(
            sam,
            sales,
            IssueFields.of("Demo for Acme <Ltd>")
                .withDescription("They asked for a demo.\nCall on Tuesday & bring slides.")
                .withAssignee(ada)
                .withLabels(List.of("demo", "enterprise"))
                .withDueOn(LocalDate.of(2026, 6, 12))
                .with(email, "jo@acme.example"));
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.port() + HttpServer.CONTEXT_PATH + path;
  }

  /** A browser in which nobody is logged in. */
  Visitor visitor() {
    return new Visitor(Jsoup.newSession().ignoreHttpErrors(true));
  }

  /** A browser in which the user is logged in. */
  Visitor as(String username) {
    Visitor visitor = visitor();
    visitor.post("/login.jsp", "os_username", username, "os_password", username);
    return visitor;
  }

  /** A person with a browser. */
  final class Visitor {

    private final Connection session;
    private Connection.Response last;

    Visitor(Connection session) {
      this.session = session;
    }

    Document open(String path) {
      return send(session.newRequest(address(path)).method(Connection.Method.GET));
    }

    Document post(String path, String... fields) {
      return send(session.newRequest(address(path)).method(Connection.Method.POST).data(fields));
    }

    int status() {
      return last.statusCode();
    }

    String path() {
      return last.url().getPath();
    }

    String body() {
      return last.body();
    }

    String header(String name) {
      return last.header(name);
    }

    private Document send(Connection request) {
      try {
        last = request.ignoreContentType(true).maxBodySize(0).execute();
        return Jsoup.parse(last.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
