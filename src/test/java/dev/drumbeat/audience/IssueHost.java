package dev.drumbeat.audience;

import static com.atlassian.jira.permission.ProjectPermissions.BROWSE_PROJECTS;
import static com.atlassian.jira.permission.ProjectPermissions.EDIT_ISSUES;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.NewIssue;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The real issues and searches of the host: sam and lena sell and see SALES, bob sees OPEN alone,
 * which everybody sees.
 */
public final class IssueHost implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

  public final Database database = Databases.scratch();
  public final HostClock clock = HostClock.standingAt(START);
  public final Users users = new Users(database);
  public final Groups groups = new Groups(database, users);
  public final Tracker tracker = new Tracker(database, users, groups, clock);
  public final CurrentUser current = new CurrentUser();
  public final HostUser sam = user("sam", "Sam Seller");
  public final HostUser lena = user("lena", "Lena Lead");
  public final HostUser bob = user("bob", "Bob Builder");
  public final HostProject sales = tracker.projects().add("SALES", "Sales", lena);
  public final HostProject open = tracker.projects().add("OPEN", "Open", lena);

  public final People people = new People(users);
  public final Audience audience =
      new Audience(
          tracker.search(),
          tracker.filters(),
          tracker.watchers(),
          tracker.customFields(),
          people,
          current,
          () -> AudienceRule.MOST_ISSUES);
  public final IssueReader reader =
      new IssueReader(
          tracker.issues(), tracker.permissions(), tracker.customFields(), people, current);

  public final IssueMatches matches =
      new IssueMatches(tracker.search(), tracker.filters(), people, current);
  public final TaskPlaces places =
      new TaskPlaces(
          tracker.issues(),
          tracker.projects(),
          tracker.permissions(),
          tracker.search(),
          tracker.filters(),
          people);
  public final TaskIssues tasks =
      new TaskIssues(
          tracker.issueService(),
          tracker.issueService(),
          tracker.issues(),
          places,
          people,
          current);
  public final IssueComments comments =
      new IssueComments(tracker.comments(), tracker.comments(), tracker.issues(), people, current);

  public IssueHost() {
    groups.add("sellers");
    groups.join(sam, "sellers");
    groups.join(lena, "sellers");
    tracker.projects().grant(sales, BROWSE_PROJECTS, "sellers");
    tracker.projects().grant(sales, EDIT_ISSUES, "sellers");
    tracker.projects().grant(open, EDIT_ISSUES, "sellers");
    tracker.projects().grant(open, BROWSE_PROJECTS, "*");
  }

  /** A user with an address at example.com. */
  public HostUser user(String name, String displayName) {
    return users.add(name, name, displayName, name + "@example.com");
  }

  /** An issue of that project. */
  public HostIssue issue(HostProject project, IssueFields fields) {
    return tracker.issues().create(sam, project, fields);
  }

  /** So many issues of SALES, all reported by that user. */
  public void issues(int count, HostUser reporter) {
    tracker
        .issues()
        .addAll(
            IntStream.range(0, count)
                .mapToObj(n -> IssueFields.of("Lead " + n).withReporter(reporter))
                .map(fields -> new NewIssue("SALES", fields))
                .toList());
  }

  /** Everybody in it, as sam sees it. */
  public List<Candidate> candidates(AudienceRule rule) {
    return candidates(rule, sam);
  }

  /** Everybody in it. */
  public List<Candidate> candidates(AudienceRule rule, HostUser user) {
    List<Candidate> found = new ArrayList<>();
    audience.read(rule, user.key(), candidate -> found.add(candidate));
    return found;
  }

  @Override
  public void close() {
    database.close();
  }
}
