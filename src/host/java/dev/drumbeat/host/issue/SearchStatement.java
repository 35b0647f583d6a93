package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.Clause;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.JqlQuery;
import dev.drumbeat.host.issue.jql.JqlQuery.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * A query as SQL.
 *
 * @param errors what made no sense; such conditions hold for no issue, such sorts are left out
 */
record SearchStatement(Sql where, String order, List<String> errors) {

  /** Compiles a query for a searcher, who finds nothing that they may not browse. */
  static SearchStatement of(JqlQuery query, SearchFields fields, Searcher searcher) {
    Compiler compiler = new Compiler(fields, searcher);
    Sql condition = compiler.where(query.where());
    String order = compiler.order(query.sorts());
    Sql browsable = ProjectPermissionsCheck.browsable(searcher.user());
    Sql visible = browsable.within("I.PROJECT_KEY IN (", ")");
    return new SearchStatement(
        Sql.and(List.of(condition, visible)), order, List.copyOf(compiler.errors));
  }

  /**
   * The condition alone, without what the searcher may browse.
   *
   * @throws JqlException when anything in it makes no sense
   */
  static Sql condition(JqlQuery query, SearchFields fields, Searcher searcher) {
    Compiler compiler = new Compiler(fields, searcher);
    Sql condition = compiler.where(query.where());
    if (!compiler.errors.isEmpty()) {
      throw new JqlException(compiler.errors.get(0));
    }
    return condition;
  }

  /** The ids of one page; a negative maximum asks for all. */
  Sql page(int start, int max) {
    Sql from =
        where
            .within("SELECT I.ID FROM HOST_ISSUE I WHERE ", " ORDER BY " + order)
            .then(Sql.of("OFFSET ? ROWS", start));
    return max < 0 ? from : from.then(Sql.of("FETCH NEXT ? ROWS ONLY", max));
  }

  /** How many issues there are in all. */
  Sql count() {
    return where.within("SELECT COUNT(*) FROM HOST_ISSUE I WHERE ", "");
  }

  private static final class Compiler {

    private final SearchFields fields;
    private final Searcher searcher;
    private final List<String> errors = new ArrayList<>();

    Compiler(SearchFields fields, Searcher searcher) {
      this.fields = fields;
      this.searcher = searcher;
    }

    Sql where(Clause clause) {
      if (clause instanceof Clause.And and) {
        return Sql.and(and.parts().stream().map(this::where).toList());
      }
      if (clause instanceof Clause.Or or) {
        return Sql.or(or.parts().stream().map(this::where).toList());
      }
      return test((Clause.Test) clause);
    }

    private Sql test(Clause.Test test) {
      try {
        return fields.named(test.field()).test(test, searcher);
      } catch (JqlException e) {
        errors.add(e.getMessage());
        return Sql.FALSE;
      }
    }

    /** The newest key first unless the query says otherwise, and last in any case. */
    String order(List<Sort> sorts) {
      List<String> order = new ArrayList<>();
      boolean unique = false;
      for (Sort sort : sorts) {
        try {
          SearchField field = fields.named(sort.field());
          order.add(field.sort(sort.descending()));
          unique |= field.isUnique();
        } catch (JqlException e) {
          errors.add(e.getMessage());
        }
      }
      if (!unique) {
        order.add("I.PROJECT_KEY DESC, I.ISSUE_NUMBER DESC");
      }
      return String.join(", ", order);
    }
  }
}
