package dev.drumbeat.web.page;

import dev.drumbeat.report.Numbers;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.SendFilter.Fate;
import dev.drumbeat.sending.SendState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which messages the proof lists, and how many that are. */
enum SendsShown {
  PLANNED("planned"),
  SENT("sent"),
  REFUSED("refused"),
  SKIPPED("skipped"),
  UNKNOWN("unknown"),
  OPEN("open"),
  DELIVERED("delivered"),
  CAME_BACK("cameBack"),
  /** Both of what came back and what was refused. */
  BOUNCED("bounced");

  private final String word;

  SendsShown(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<SendsShown> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  long amount(Numbers numbers) {
    return switch (this) {
      case PLANNED -> numbers.planned();
      case SENT -> numbers.sent();
      case REFUSED -> numbers.refused();
      case SKIPPED -> numbers.skipped();
      case UNKNOWN -> numbers.unknown();
      case OPEN -> numbers.openSends();
      case DELIVERED -> numbers.delivered();
      case CAME_BACK -> numbers.cameBack();
      case BOUNCED -> numbers.cameBack() + numbers.refused();
    };
  }

  SendFilter in(SendFilter filter) {
    return switch (this) {
      case PLANNED -> filter;
      case SENT -> filter.in(SendState.SENT);
      case REFUSED -> filter.in(SendState.REJECTED);
      case SKIPPED -> filter.in(Set.of(SendState.SKIPPED, SendState.CANCELLED));
      case UNKNOWN -> filter.in(SendState.UNKNOWN);
      case OPEN -> filter.in(SendState.OPEN);
      case DELIVERED -> filter.in(SendState.SENT).that(Fate.NOT_BOUNCED);
      case CAME_BACK -> filter.in(SendState.SENT).that(Fate.BOUNCED);
      case BOUNCED -> filter.in(Set.of(SendState.SENT, SendState.REJECTED)).that(Fate.FAILED);
    };
  }
}
