package dev.drumbeat.report;

import dev.drumbeat.enrollment.EventType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one may look at alone in the history of a person. */
public enum HistoryKind {
  /** What left or should have. */
  MAIL,
  /** What came back. */
  REPLY,
  /** What forbids to write, and what allowed it again. */
  SUPPRESSION,
  /** How runs went on. */
  STATE;

  /** Of replies there is no event here: they have a table of their own, which says more. */
  Set<EventType> events() {
    return this == REPLY
        ? Set.of()
        : Stream.of(EventType.values())
            .filter(event -> of(event) == this)
            .collect(Collectors.toSet());
  }

  static HistoryKind of(EventType event) {
    return switch (event) {
      case SENT, DEFERRED, REJECTED, UNKNOWN, OPENED, CLICKED -> MAIL;
      case REPLIED, AUTO_REPLIED, BOUNCED -> REPLY;
      case UNSUBSCRIBED, COMPLAINED, SUPPRESSED -> SUPPRESSION;
      default -> STATE;
    };
  }
}
