package dev.drumbeat.host.issue;

import dev.drumbeat.host.user.HostUser;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes issues in JDBC batches. Called inside a transaction. */
final class IssueWriter {

  private static final String INSERT =
      "INSERT INTO HOST_ISSUE (ISSUE_TYPE, SUMMARY, DESCRIPTION, STATUS, PRIORITY, REPORTER,"
          + " ASSIGNEE, DUE_ON, UPDATED_AT, CREATED_AT, PROJECT_KEY, ISSUE_NUMBER)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE HOST_ISSUE SET ISSUE_TYPE = ?, SUMMARY = ?, DESCRIPTION = ?, STATUS = ?,"
          + " PRIORITY = ?, REPORTER = ?, ASSIGNEE = ?, DUE_ON = ?, UPDATED_AT = ? WHERE ID = ?";

  private static final String VALUE =
      "INSERT INTO HOST_CUSTOM_VALUE (TEXT_VALUE, DATE_VALUE, NUMBER_VALUE, ISSUE_ID, FIELD_ID)"
          + " VALUES (?, ?, ?, ?, ?)";

  // Said outright, or the driver is asked for the type of each null.
  private static final int[] VALUE_TYPES = {
    Types.VARCHAR, Types.DATE, Types.DOUBLE, Types.BIGINT, Types.BIGINT
  };

  private static final int[] INSERT_TYPES = {
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.DATE,
    Types.TIMESTAMP_WITH_TIMEZONE,
    Types.TIMESTAMP_WITH_TIMEZONE,
    Types.VARCHAR,
    Types.BIGINT
  };

  private final JdbcTemplate jdbc;

  IssueWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts issues of one project and answers their ids in the same order. */
  List<Long> insert(String project, List<NewIssue> issues, Instant now) {
    long first = takeNumbers(project, issues.size());
    List<Object[]> rows = new ArrayList<>();
    for (NewIssue issue : issues) {
      Instant at = issue.createdAt() == null ? now : issue.createdAt();
      List<Object> row = columns(issue.fields(), at);
      row.addAll(List.of(utc(at), project, first + rows.size()));
      rows.add(row.toArray());
    }
    jdbc.batchUpdate(INSERT, rows, INSERT_TYPES);
    List<Long> ids =
        jdbc.queryForList(
            "SELECT ID FROM HOST_ISSUE WHERE PROJECT_KEY = ? AND ISSUE_NUMBER >= ?"
                + " AND ISSUE_NUMBER < ? ORDER BY ISSUE_NUMBER",
            Long.class,
            project,
            first,
            first + issues.size());
    Map<Long, IssueFields> fields = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      fields.put(ids.get(i), issues.get(i).fields());
    }
    insertDetails(fields);
    return ids;
  }

  /** Replaces everything that people write into an issue. */
  void update(Long id, IssueFields fields, Instant now) {
    List<Object> row = columns(fields, now);
    row.add(id);
    jdbc.update(UPDATE, row.toArray());
    jdbc.update("DELETE FROM HOST_LABEL WHERE ISSUE_ID = ?", id);
    jdbc.update("DELETE FROM HOST_CUSTOM_VALUE WHERE ISSUE_ID = ?", id);
    insertDetails(Map.of(id, fields));
  }

  /** Holds other writers of this issue back until the transaction ends. */
  void lock(Long id) {
    jdbc.queryForList("SELECT ID FROM HOST_ISSUE WHERE ID = ? FOR UPDATE", id);
  }

  /** Puts an issue below another. */
  void putBelow(Long parentId, Long id) {
    jdbc.update("UPDATE HOST_ISSUE SET PARENT_ID = ? WHERE ID = ?", parentId, id);
  }

  /** Deletes the issue and all that hangs on it. */
  void delete(Long id) {
    jdbc.update("DELETE FROM HOST_ISSUE WHERE ID = ?", id);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private long takeNumbers(String project, int count) {
    jdbc.update(
        "UPDATE HOST_PROJECT SET LAST_NUMBER = LAST_NUMBER + ? WHERE PROJECT_KEY = ?",
        count,
        project);
    Long last =
        jdbc.queryForObject(
            "SELECT LAST_NUMBER FROM HOST_PROJECT WHERE PROJECT_KEY = ?", Long.class, project);
    return last - count + 1;
  }

  private void insertDetails(Map<Long, IssueFields> issues) {
    List<Object[]> labels = new ArrayList<>();
    List<Object[]> values = new ArrayList<>();
    issues.forEach(
        (id, fields) -> {
          fields.labels().forEach(label -> labels.add(new Object[] {id, label}));
          fields.values().forEach((field, value) -> values.add(valueRow(id, field, value)));
        });
    jdbc.batchUpdate("INSERT INTO HOST_LABEL (ISSUE_ID, LABEL) VALUES (?, ?)", labels);
    jdbc.batchUpdate(VALUE, values, VALUE_TYPES);
  }

  private static Object[] valueRow(Long id, HostField field, Object value) {
    Object stored = value instanceof HostUser user ? user.key() : value;
    return switch (field.kind()) {
      case TEXT, USER -> new Object[] {stored, null, null, id, field.number()};
      case DATE -> new Object[] {null, stored, null, id, field.number()};
      case NUMBER -> new Object[] {null, null, stored, id, field.number()};
    };
  }

  private static List<Object> columns(IssueFields fields, Instant updatedAt) {
    List<Object> columns = new ArrayList<>();
    columns.add(fields.type().getId());
    columns.add(fields.summary());
    columns.add(fields.description());
    columns.add(fields.status().getId());
    columns.add(fields.priority().getId());
    columns.add(key(fields.reporter()));
    columns.add(key(fields.assignee()));
    columns.add(fields.dueOn());
    columns.add(utc(updatedAt));
    return columns;
  }

  private static String key(HostUser user) {
    return user == null ? null : user.key();
  }
}
