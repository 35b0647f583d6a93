package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who watches which issue. */
public final class Watchers implements WatcherManager {

  private final JdbcTemplate jdbc;

  Watchers(Database database) {
    this.jdbc = database.jdbc();
  }

  /** The user watches the issue from now on. */
  public void start(HostUser user, Issue issue) {
    stop(user, issue);
    jdbc.update(
        "INSERT INTO HOST_WATCHER (ISSUE_ID, USER_KEY) VALUES (?, ?)", issue.getId(), user.key());
  }

  /** The user does not watch the issue any more. */
  public void stop(HostUser user, Issue issue) {
    jdbc.update(
        "DELETE FROM HOST_WATCHER WHERE ISSUE_ID = ? AND USER_KEY = ?", issue.getId(), user.key());
  }

  /** The watchers by user name. */
  public List<HostUser> of(Issue issue) {
    return jdbc.query(
        "SELECT "
            + Users.columns("U")
            + " FROM HOST_WATCHER W JOIN HOST_USER U ON U.USER_KEY = W.USER_KEY"
            + " WHERE W.ISSUE_ID = ? ORDER BY U.USERNAME",
        (row, n) -> Users.read(row, "U"),
        issue.getId());
  }

  @Override
  public Collection<ApplicationUser> getWatchersUnsorted(Issue issue) {
    return List.copyOf(of(issue));
  }
}
