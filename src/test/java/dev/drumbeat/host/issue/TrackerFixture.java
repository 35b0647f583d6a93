package dev.drumbeat.host.issue;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.Instant;

/**
 * A small host on Monday 2026-06-01 at 10:00 UTC: sam and lena work in SALES, bob and the anonymous
 * see OPEN alone, where nobody but sam may comment or edit.
 */
final class TrackerFixture implements AutoCloseable {

  static final Instant MONDAY = Instant.parse("2026-06-01T10:00:00Z");

  final Database database = Databases.scratch();
  final HostClock clock = HostClock.standingAt(MONDAY);
  final Users users = new Users(database);
  final Groups groups = new Groups(database, users);
  final Tracker tracker = new Tracker(database, users, groups, clock);
  final HostUser sam = users.add("sam", "x", "Sam Seller", "sam@example.com");
  final HostUser lena = users.add("lena", "x", "Lena Lead", "lena@example.com");
  final HostUser bob = users.add("bob", "x", "Bob Builder", "bob@example.com");
  final HostProject sales = tracker.projects().add("SALES", "Sales", lena);
  final HostProject open = tracker.projects().add("OPEN", "Open to all", lena);

  TrackerFixture() {
    groups.add("sales");
    groups.add("sales-leads");
    groups.join(sam, "sales");
    groups.join(lena, "sales");
    groups.join(lena, "sales-leads");
    grant(sales, ProjectPermissions.BROWSE_PROJECTS, "sales");
    grant(sales, ProjectPermissions.ADD_COMMENTS, "sales");
    grant(sales, ProjectPermissions.EDIT_ISSUES, "sales");
    grant(open, ProjectPermissions.BROWSE_PROJECTS, Projects.ANYBODY);
    grant(open, ProjectPermissions.ADD_COMMENTS, "sales");
    grant(open, ProjectPermissions.EDIT_ISSUES, "sales");
  }

  private void grant(HostProject project, ProjectPermissionKey permission, String group) {
    tracker.projects().grant(project, permission, group);
  }

  /** An issue in SALES, created by sam. */
  HostIssue issue(String summary) {
    return tracker.issues().create(sam, sales, IssueFields.of(summary));
  }

  /** An issue in SALES, created by sam. */
  HostIssue issue(IssueFields fields) {
    return tracker.issues().create(sam, sales, fields);
  }

  @Override
  public void close() {
    database.close();
  }
}
