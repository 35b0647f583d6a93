package dev.drumbeat.host.issue;

import java.util.Optional;
import java.util.stream.Stream;

/** One of a few values that the host brings along and nobody can add to. */
interface Choice {

  String getId();

  String getName();

  /** Finds by id or, in any case, by name. */
  static <C extends Choice> Optional<C> find(C[] all, String text) {
    return Stream.of(all)
        .filter(c -> c.getId().equals(text) || c.getName().equalsIgnoreCase(text))
        .findFirst();
  }
}
