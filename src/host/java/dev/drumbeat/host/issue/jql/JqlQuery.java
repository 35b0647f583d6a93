package dev.drumbeat.host.issue.jql;

import com.atlassian.query.Query;
import java.util.List;

/** A query that was understood: its text, its condition and how its issues are sorted. */
public record JqlQuery(String text, Clause where, List<Sort> sorts) implements Query {

  /** One field of {@code ORDER BY}. */
  public record Sort(String field, boolean descending) {}

  @Override
  public String getQueryString() {
    return text;
  }
}
