package dev.drumbeat.web.page;

import java.util.Map;

/** The links to the parts of a list before and after the one that is shown. */
record Pager(Address list, int startAt, int size, boolean isLast) {

  /** What the template {@code pager} takes; an empty link is none. */
  Map<String, ?> model() {
    return Map.of(
        "previous",
        startAt == 0 ? "" : list.startingAt(Math.max(0, startAt - size)).toString(),
        "next",
        isLast ? "" : list.startingAt(startAt + size).toString());
  }
}
