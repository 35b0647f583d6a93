package dev.drumbeat.web;

import dev.drumbeat.enrollment.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log. The log only grows, so nobody counts it: the total is there on the last page,
 * where it is known. A client goes on with {@code since=nextSince}, now or later.
 */
record EventPage(
    int startAt,
    int maxResults,
    @Nullable Integer total,
    boolean isLast,
    @Nullable Long nextSince,
    List<EventView> values) {

  /** One event more than the page takes tells that there is another page. */
  static EventPage of(Paging paging, List<Event> found, Answers answers) {
    boolean isLast = found.size() <= paging.maxResults();
    List<EventView> values =
        found.stream().limit(paging.maxResults()).map(e -> EventView.of(e, answers)).toList();
    return new EventPage(
        paging.startAt(),
        paging.maxResults(),
        isLast ? Integer.valueOf(paging.startAt() + values.size()) : null,
        isLast,
        values.isEmpty() ? null : Long.valueOf(values.get(values.size() - 1).id()),
        values);
  }
}
