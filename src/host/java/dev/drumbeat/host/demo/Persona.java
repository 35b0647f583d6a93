package dev.drumbeat.host.demo;

/** How a lead of the demo takes our mail, how many mails that makes, and how the run must end. */
enum Persona {
  NEVER_ANSWERS(3, "finished: completed"),
  ANSWERS_THE_FIRST(1, "finished: replied"),
  ANSWERS_THE_SECOND(2, "finished: replied"),
  IS_AWAY(3, "finished: completed"),
  DOES_NOT_EXIST(1, "finished: bounced"),
  UNSUBSCRIBES(1, "finished: unsubscribed"),
  HAS_NO_ADDRESS(0, "left out: noAddress"),
  SHARES_AN_ADDRESS(0, "left out: duplicate");

  private final int mails;
  private final String outcome;

  Persona(int mails, String outcome) {
    this.mails = mails;
    this.outcome = outcome;
  }

  int mails() {
    return mails;
  }

  String outcome() {
    return outcome;
  }

  /** What a person wrote stands on the issue; what machines wrote does not. */
  int comments() {
    return this == ANSWERS_THE_FIRST || this == ANSWERS_THE_SECOND ? 1 : 0;
  }

  /** Gives the leads with an address their parts: each rare one once, the others in turn. */
  static Persona of(int lead) {
    return switch (lead) {
      case 0 -> DOES_NOT_EXIST;
      case 1 -> UNSUBSCRIBES;
      case 2 -> IS_AWAY;
      default ->
          switch (lead % 4) {
            case 0 -> ANSWERS_THE_FIRST;
            case 1 -> ANSWERS_THE_SECOND;
            default -> NEVER_ANSWERS;
          };
    };
  }
}
