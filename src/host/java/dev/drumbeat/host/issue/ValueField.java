package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operand;
import dev.drumbeat.host.issue.jql.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A field whose values are compared one by one.
 *
 * @param reader from an operand to what the column holds
 * @param sort what to sort by, null if that makes no sense; issues without a value come last
 */
record ValueField(
    String name, Place place, Set<Operator> operators, ValueReader reader, String sort)
    implements SearchField {

  @Override
  public Sql test(Clause.Test test, Searcher searcher) {
    SearchField.allow(operators, test);
    return switch (test.operator()) {
      case EQUALS, IN, IS -> oneOf(test, searcher);
      // As in Jira: an issue without a value is not unequal to anything.
      case NOT_EQUALS, NOT_IN, IS_NOT ->
          Sql.and(List.of(place.present(), oneOf(test, searcher).not()));
      case LESS, AT_LEAST, MORE, AT_MOST -> compared(test, searcher);
      case CONTAINS -> containing(test, searcher);
      case CONTAINS_NOT -> Sql.and(List.of(place.present(), containing(test, searcher).not()));
    };
  }

  @Override
  public String sort(boolean descending) {
    if (sort == null) {
      throw new JqlException("Not able to sort using field '" + name + "'.");
    }
    return sort + (descending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
  }

  private Sql oneOf(Clause.Test test, Searcher searcher) {
    List<Object> values =
        test.operands().stream()
            .filter(o -> !(o instanceof Operand.Empty))
            .map(o -> reader.read(name, o, searcher))
            .filter(Objects::nonNull)
            .toList();
    List<Sql> parts = new ArrayList<>();
    if (!values.isEmpty()) {
      parts.add(place.having(Sql.of(Place.VALUE).then(Sql.in(values))));
    }
    if (test.operands().stream().anyMatch(Operand.Empty.class::isInstance)) {
      parts.add(place.present().not());
    }
    return Sql.or(parts);
  }

  private Sql compared(Clause.Test test, Searcher searcher) {
    Object value = reader.read(name, single(test), searcher);
    return place.having(Sql.of(Place.VALUE + " " + test.operator().sign() + " ?", value));
  }

  private Sql containing(Clause.Test test, Searcher searcher) {
    Object text = reader.read(name, single(test), searcher);
    return Sql.and(
        SearchText.patterns((String) text).stream()
            .map(p -> Sql.of("LOWER(COALESCE({}, '')) LIKE ? ESCAPE '!'", p))
            .map(place::having)
            .toList());
  }

  private static Operand single(Clause.Test test) {
    Operand operand = test.operands().get(0);
    if (operand instanceof Operand.Empty) {
      throw new JqlException(
          "The operator '%s' of the field '%s' cannot be used with EMPTY; use 'is'."
              .formatted(test.operator().sign(), test.field()));
    }
    return operand;
  }
}
