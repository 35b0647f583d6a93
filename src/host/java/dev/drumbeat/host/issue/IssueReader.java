package dev.drumbeat.host.issue;

import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Turns rows into issues, a hundred at a time by three statements. */
final class IssueReader {

  // The database compares each row with the whole list of ids, so the list is short.
  private static final int AT_ONCE = 100;

  private static final String ISSUES =
      "SELECT I.*, "
          + Users.columns("R")
          + ", "
          + Users.columns("A")
          + ", "
          + Projects.COLUMNS
          + " FROM HOST_ISSUE I JOIN HOST_PROJECT P ON P.PROJECT_KEY = I.PROJECT_KEY"
          + " JOIN HOST_USER L ON L.USER_KEY = P.LEAD_KEY"
          + " LEFT JOIN HOST_USER R ON R.USER_KEY = I.REPORTER"
          + " LEFT JOIN HOST_USER A ON A.USER_KEY = I.ASSIGNEE WHERE I.ID ";

  private static final String VALUES =
      "SELECT V.ISSUE_ID, V.TEXT_VALUE, V.DATE_VALUE, V.NUMBER_VALUE, F.ID, F.FIELD_NAME, F.KIND, "
          + Users.columns("U")
          + " FROM HOST_CUSTOM_VALUE V JOIN HOST_CUSTOM_FIELD F ON F.ID = V.FIELD_ID"
          + " LEFT JOIN HOST_USER U ON F.KIND = 'USER' AND U.USER_KEY = V.TEXT_VALUE"
          + " WHERE V.ISSUE_ID ";

  private final JdbcTemplate jdbc;

  IssueReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The issues of those ids in that order, without those that are gone. */
  List<HostIssue> read(List<Long> ids) {
    List<HostIssue> issues = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      Map<Long, HostIssue> found = readSome(some);
      some.stream().map(found::get).filter(Objects::nonNull).forEach(issues::add);
    }
    return issues;
  }

  /** The issue of that id, or of none. */
  Optional<HostIssue> read(Long id) {
    return read(List.of(id)).stream().findFirst();
  }

  /** The id behind a key. */
  Optional<Long> id(IssueKey key) {
    return jdbc
        .queryForList(
            "SELECT ID FROM HOST_ISSUE WHERE PROJECT_KEY = ? AND ISSUE_NUMBER = ?",
            Long.class,
            key.project(),
            key.number())
        .stream()
        .findFirst();
  }

  private Map<Long, HostIssue> readSome(List<Long> ids) {
    Sql in = Sql.in(ids);
    Map<Long, SortedSet<String>> labels = labels(in);
    Map<Long, SortedMap<HostField, Object>> values = values(in);
    return jdbc
        .query(ISSUES + in.text(), (row, n) -> issue(row, labels, values), in.arguments())
        .stream()
        .collect(Collectors.toMap(HostIssue::id, issue -> issue));
  }

  private Map<Long, SortedSet<String>> labels(Sql in) {
    Map<Long, SortedSet<String>> labels = new HashMap<>();
    RowCallbackHandler add =
        row ->
            labels
                .computeIfAbsent(row.getLong("ISSUE_ID"), id -> new TreeSet<>())
                .add(row.getString("LABEL"));
    jdbc.query(
        "SELECT ISSUE_ID, LABEL FROM HOST_LABEL WHERE ISSUE_ID " + in.text(), add, in.arguments());
    return labels;
  }

  private Map<Long, SortedMap<HostField, Object>> values(Sql in) {
    Map<Long, SortedMap<HostField, Object>> values = new HashMap<>();
    RowCallbackHandler add = row -> addValue(row, values);
    jdbc.query(VALUES + in.text(), add, in.arguments());
    return values;
  }

  private static void addValue(ResultSet row, Map<Long, SortedMap<HostField, Object>> values)
      throws SQLException {
    FieldKind kind = FieldKind.valueOf(row.getString("KIND"));
    Object value =
        switch (kind) {
          case TEXT -> row.getString("TEXT_VALUE");
          case DATE -> row.getObject("DATE_VALUE", LocalDate.class);
          case NUMBER -> row.getDouble("NUMBER_VALUE");
          case USER -> Users.read(row, "U");
        };
    if (value != null) {
      HostField field = new HostField(row.getLong("ID"), row.getString("FIELD_NAME"), kind);
      values.computeIfAbsent(row.getLong("ISSUE_ID"), id -> new TreeMap<>()).put(field, value);
    }
  }

  private static HostIssue issue(
      ResultSet row,
      Map<Long, SortedSet<String>> labels,
      Map<Long, SortedMap<HostField, Object>> values)
      throws SQLException {
    long id = row.getLong("ID");
    HostUser reporter = Users.read(row, "R");
    HostUser assignee = Users.read(row, "A");
    IssueFields fields =
        new IssueFields(
            HostIssueType.find(row.getString("ISSUE_TYPE")).orElseThrow(),
            row.getString("SUMMARY"),
            row.getString("DESCRIPTION"),
            HostStatus.find(row.getString("STATUS")).orElseThrow(),
            HostPriority.find(row.getString("PRIORITY")).orElseThrow(),
            reporter,
            assignee,
            row.getObject("DUE_ON", LocalDate.class),
            labels.getOrDefault(id, Collections.emptySortedSet()),
            values.getOrDefault(id, Collections.emptySortedMap()));
    HostProject project = Projects.read(row, 0);
    String key = new IssueKey(project.key(), row.getLong("ISSUE_NUMBER")).toString();
    return new HostIssue(
        id,
        key,
        project,
        fields,
        row.getObject("PARENT_ID", Long.class),
        instant(row, "CREATED_AT"),
        instant(row, "UPDATED_AT"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
