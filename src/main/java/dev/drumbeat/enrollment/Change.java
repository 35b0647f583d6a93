package dev.drumbeat.enrollment;

import dev.drumbeat.database.Columns;
import java.util.Optional;

/** What a transition does to a row, and the event that tells of it, if it has one. */
record Change(Columns columns, Optional<NewEvent> event) {

  static Change of(Columns columns, NewEvent event) {
    return new Change(columns, Optional.of(event));
  }

  /** Of nothing that the history needs to tell. */
  static Change silent(Columns columns) {
    return new Change(columns, Optional.empty());
  }

  Change with(Columns more) {
    return new Change(columns.andAll(more), event);
  }
}
