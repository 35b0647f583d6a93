package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.search.SearchRequest;
import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.JqlQuery;
import dev.drumbeat.host.issue.jql.Operand;
import dev.drumbeat.host.issue.jql.Operator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The issues that a saved filter finds, given by id or name; how it sorts them is left aside. */
record FilterField(Filters filters, SearchFields fields) implements SearchField {

  private static final Set<Operator> OPERATORS = EnumSet.range(Operator.EQUALS, Operator.NOT_IN);

  @Override
  public Sql test(Clause.Test test, Searcher searcher) {
    SearchField.allow(OPERATORS, test);
    List<Sql> found =
        test.operands().stream()
            .map(operand -> condition(operand, test.field(), searcher))
            .toList();
    boolean positive = test.operator() == Operator.EQUALS || test.operator() == Operator.IN;
    return positive ? Sql.or(found) : Sql.or(found).not();
  }

  @Override
  public String sort(boolean descending) {
    throw new JqlException("Not able to sort using field 'filter'.");
  }

  private Sql condition(Operand operand, String field, Searcher searcher) {
    String called = operand.text();
    SearchRequest filter =
        filters.visible(searcher.user()).stream()
            .filter(f -> f.getId().toString().equals(called) || f.getName().equals(called))
            .findFirst()
            .orElseThrow(
                () ->
                    new JqlException(
                        "The value '%s' does not exist for the field '%s'."
                            .formatted(called, field)));
    JqlQuery query = (JqlQuery) filter.getQuery();
    return SearchStatement.condition(query, fields.within(filter.getId()), searcher);
  }
}
