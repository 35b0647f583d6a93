package dev.drumbeat.host.sample;

import static com.atlassian.jira.permission.ProjectPermissions.ADD_COMMENTS;
import static com.atlassian.jira.permission.ProjectPermissions.BROWSE_PROJECTS;
import static com.atlassian.jira.permission.ProjectPermissions.EDIT_ISSUES;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.Projects;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fills an empty host: four users whose passwords are their names, the projects SALES, RENEWALS and
 * SECRET with their issues, and four filters.
 */
public final class SampleData {

  private static final String ADMINISTRATORS = GlobalPermissions.ADMINISTRATORS;
  private static final String EVERYONE = "jira-software-users";
  private static final String SALES = "sales";
  private static final String LEADS = "sales-leads";

  private final Database database;
  private final Users users;
  private final Groups groups;
  private final Tracker tracker;
  private final InstantSource clock;

  public SampleData(
      Database database, Users users, Groups groups, Tracker tracker, InstantSource clock) {
    this.database = database;
    this.users = users;
    this.groups = groups;
    this.tracker = tracker;
    this.clock = clock;
  }

  /** Fills the host whole or not at all; one that has been filled stays as it is. */
  public void fill() {
    if (users.getUserByName("admin") == null) {
      database.transactions().executeWithoutResult(status -> fillEmpty());
    }
  }

  private void fillEmpty() {
    Stream.of(ADMINISTRATORS, EVERYONE, SALES, LEADS).forEach(groups::add);
    HostUser admin = user("admin", "Ada Admin", ZoneOffset.UTC, ADMINISTRATORS);
    HostUser lena = user("lena", "Lena Leader", ZoneId.of("Europe/Berlin"), SALES, LEADS);
    user("sam", "Sam Seller", ZoneId.of("Europe/London"), SALES);
    user("bob", "Bob Builder", ZoneId.of("America/New_York"));
    projects(admin, lena);
    SampleIssues issues = new SampleIssues(users, tracker.customFields(), clock.instant());
    tracker.issues().addAll(issues.leads());
    tracker.issues().addAll(issues.renewals());
    tracker.issues().addAll(issues.secrets());
    filters(admin, lena);
  }

  private HostUser user(String name, String displayName, ZoneId zone, String... memberOf) {
    String email = name + "@example.com";
    HostUser user = users.add(name, name, displayName, email, Locale.ENGLISH, zone);
    groups.join(user, EVERYONE);
    Stream.of(memberOf).forEach(group -> groups.join(user, group));
    return user;
  }

  private void projects(HostUser admin, HostUser lena) {
    Projects projects = tracker.projects();
    HostProject sales = projects.add("SALES", "Sales", lena);
    HostProject renewals = projects.add("RENEWALS", "Renewals", lena);
    HostProject secret = projects.add("SECRET", "Secret", admin);
    projects.grant(renewals, BROWSE_PROJECTS, EVERYONE);
    Stream.of(sales, renewals).forEach(project -> open(project, SALES));
    Stream.of(sales, renewals, secret).forEach(project -> open(project, ADMINISTRATORS));
  }

  private void open(HostProject project, String group) {
    Stream.of(BROWSE_PROJECTS, ADD_COMMENTS, EDIT_ISSUES)
        .forEach(permission -> tracker.projects().grant(project, permission, group));
  }

  private void filters(HostUser admin, HostUser lena) {
    String leads = "project = SALES AND status != Done ORDER BY key";
    tracker.filters().add(lena, "Open leads", leads, EVERYONE);
    tracker.filters().add(lena, "All leads", "project = SALES ORDER BY key", EVERYONE);
    String due =
        "project = RENEWALS AND status != Done AND \"Contract end\" <= 90d"
            + " ORDER BY \"Contract end\"";
    tracker.filters().add(lena, "Renewals due", due, EVERYONE);
    tracker.filters().add(admin, "My private filter", "project = SECRET ORDER BY key");
  }
}
