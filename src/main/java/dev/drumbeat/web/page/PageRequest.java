package dev.drumbeat.web.page;

import dev.drumbeat.request.Actor;
import java.util.Map;
import java.util.Optional;

/**
 * Who looks at a page, the number in its address (0 without one) and what stands behind the
 * question mark there.
 */
public record PageRequest(Actor reader, long id, Map<String, String> query) {

  public PageRequest {
    query = Map.copyOf(query);
  }

  /** What the address says under that name; empty when it says nothing. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(String::strip).filter(q -> !q.isEmpty());
  }

  /** The id that the address says under that name; empty for what is no number. */
  public Optional<Long> number(String name) {
    return query(name).filter(q -> q.matches("[1-9]\\d{0,17}")).map(Long::valueOf);
  }

  /** Where a list begins, from {@code startAt}; what is no number is the first. */
  public int startAt() {
    return query("startAt").filter(q -> q.matches("\\d{1,9}")).map(Integer::parseInt).orElse(0);
  }
}
