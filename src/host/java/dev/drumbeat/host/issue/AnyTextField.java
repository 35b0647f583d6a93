package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operator;
import java.util.List;
import java.util.Set;

/** {@code text}: summary, description and the custom fields that hold text. */
record AnyTextField(List<SearchField> fields) implements SearchField {

  @Override
  public Sql test(Clause.Test test, Searcher searcher) {
    SearchField.allow(Set.of(Operator.CONTAINS, Operator.CONTAINS_NOT), test);
    Clause.Test positive = new Clause.Test(test.field(), Operator.CONTAINS, test.operands());
    Sql found = Sql.or(fields.stream().map(f -> f.test(positive, searcher)).toList());
    return test.operator() == Operator.CONTAINS ? found : found.not();
  }

  @Override
  public String sort(boolean descending) {
    throw new JqlException("Not able to sort using field 'text'.");
  }
}
