package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.Issue;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was changed on an issue, field by field. */
public final class ChangeHistory {

  private final JdbcTemplate jdbc;

  ChangeHistory(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * One field that was changed.
   *
   * @param from the earlier value as people read it; null when there was none
   * @param to the later value; null when there is none any more
   */
  public record Change(HostUser by, Instant at, String field, String from, String to) {}

  /** The changes of an issue, the oldest first. */
  public List<Change> of(Issue issue) {
    return jdbc.query(
        "SELECT "
            + Users.columns("U")
            + ", C.CHANGED_AT, C.FIELD_NAME, C.OLD_TEXT, C.NEW_TEXT FROM HOST_CHANGE C"
            + " JOIN HOST_USER U ON U.USER_KEY = C.CHANGED_BY WHERE C.ISSUE_ID = ? ORDER BY C.ID",
        (row, n) ->
            new Change(
                Users.read(row, "U"),
                IssueReader.instant(row, "CHANGED_AT"),
                row.getString("FIELD_NAME"),
                row.getString("OLD_TEXT"),
                row.getString("NEW_TEXT")),
        issue.getId());
  }

  /** Adds one change for each field that differs. */
  void add(Long issueId, HostUser by, Instant at, IssueFields before, IssueFields after) {
    Map<String, String> old = before.texts();
    Map<String, String> now = after.texts();
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    List<Object[]> rows =
        names.stream()
            .filter(f -> !Objects.equals(old.get(f), now.get(f)))
            .map(
                f ->
                    new Object[] {
                      issueId, by.key(), IssueWriter.utc(at), f, old.get(f), now.get(f)
                    })
            .toList();
    jdbc.batchUpdate(
        "INSERT INTO HOST_CHANGE (ISSUE_ID, CHANGED_BY, CHANGED_AT, FIELD_NAME, OLD_TEXT, NEW_TEXT)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        rows);
  }
}
