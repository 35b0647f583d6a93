package dev.drumbeat.host.demo;

import java.util.Locale;

/**
 * What became of one lead: how many mails the app says it sent, how many lay in the mailbox, how
 * many answers stand on the issue, and how the run ended.
 */
record Ending(DemoLead lead, int sends, int received, int comments, String outcome) {

  private static final String HEAD = "%-10s %-34s %-18s %5s %8s  %-24s %s";

  static String head() {
    return HEAD.formatted("Lead", "Address", "Who", "Sends", "Comments", "Outcome", "");
  }

  boolean isRight() {
    Persona persona = lead.persona();
    return sends == persona.mails()
        && received == persona.mails()
        && comments == persona.comments()
        && outcome.equals(persona.outcome());
  }

  String line() {
    return HEAD.formatted(
        lead.issueKey(),
        lead.address().isEmpty() ? "-" : lead.address(),
        lead.persona().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        sends,
        comments,
        outcome,
        isRight() ? "ok" : wrong(lead.persona()));
  }

  private String wrong(Persona persona) {
    return "WRONG: %d mails arrived; expected %d mails, %d comments and %s"
        .formatted(received, persona.mails(), persona.comments(), persona.outcome());
  }
}
