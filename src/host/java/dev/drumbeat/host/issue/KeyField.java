package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operand;
import dev.drumbeat.host.issue.jql.Operator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The issue itself, by key or id. As in Jira {@code <} and {@code >} compare numbers within one
 * project, and each issue named must exist and be visible.
 */
final class KeyField implements SearchField {

  private final JdbcTemplate jdbc;

  KeyField(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Found(long id, String project, long number) {}

  @Override
  public Sql test(Clause.Test test, Searcher searcher) {
    SearchField.allow(Operator.ORDER, test);
    return switch (test.operator()) {
      case EQUALS, IN -> oneOf(test, searcher);
      case NOT_EQUALS, NOT_IN -> oneOf(test, searcher).not();
      case IS -> Sql.FALSE;
      case IS_NOT -> Sql.TRUE;
      default -> compared(test, searcher);
    };
  }

  @Override
  public String sort(boolean descending) {
    return descending ? "I.PROJECT_KEY DESC, I.ISSUE_NUMBER DESC" : "I.PROJECT_KEY, I.ISSUE_NUMBER";
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  private Sql oneOf(Clause.Test test, Searcher searcher) {
    List<Long> ids = test.operands().stream().map(o -> find(test, o, searcher).id()).toList();
    return Sql.of("I.ID").then(Sql.in(ids));
  }

  private Sql compared(Clause.Test test, Searcher searcher) {
    Found issue = find(test, test.operands().get(0), searcher);
    String condition = "(I.PROJECT_KEY = ? AND I.ISSUE_NUMBER " + test.operator().sign() + " ?)";
    return Sql.of(condition, issue.project(), issue.number());
  }

  private Found find(Clause.Test test, Operand operand, Searcher searcher) {
    return condition(operand.text())
        .flatMap(c -> find(c, searcher))
        .orElseThrow(
            () ->
                new JqlException(
                    "An issue with key '%s' does not exist for field '%s'."
                        .formatted(operand.text(), test.field())));
  }

  private static Optional<Sql> condition(String text) {
    if (text.matches("\\d{1,18}")) {
      return Optional.of(Sql.of("I.ID = ?", Long.valueOf(text)));
    }
    return IssueKey.parse(text)
        .map(k -> Sql.of("(I.PROJECT_KEY = ? AND I.ISSUE_NUMBER = ?)", k.project(), k.number()));
  }

  private Optional<Found> find(Sql condition, Searcher searcher) {
    Sql visible = ProjectPermissionsCheck.browsable(searcher.user());
    Sql where = Sql.and(List.of(condition, visible.within("I.PROJECT_KEY IN (", ")")));
    return jdbc
        .query(
            "SELECT I.ID, I.PROJECT_KEY, I.ISSUE_NUMBER FROM HOST_ISSUE I WHERE " + where.text(),
            (row, n) -> new Found(row.getLong(1), row.getString(2), row.getLong(3)),
            where.arguments())
        .stream()
        .findFirst();
  }
}
