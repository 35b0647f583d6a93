package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operator;
import java.util.Set;

/** A field of the query language, turned into SQL over HOST_ISSUE by the name I. */
interface SearchField {

  /**
   * The condition on an issue.
   *
   * @throws JqlException when the operator or a value does not fit the field
   */
  Sql test(Clause.Test test, Searcher searcher);

  /**
   * What to put behind ORDER BY.
   *
   * @throws JqlException when issues cannot be sorted by this field
   */
  String sort(boolean descending);

  /** Whether sorting by this field leaves no two issues equal. */
  default boolean isUnique() {
    return false;
  }

  /** Refuses operators that make no sense for a field. */
  static void allow(Set<Operator> allowed, Clause.Test test) {
    if (!allowed.contains(test.operator())) {
      throw new JqlException(
          "The operator '%s' is not supported by the '%s' field."
              .formatted(test.operator().sign(), test.field()));
    }
  }
}
