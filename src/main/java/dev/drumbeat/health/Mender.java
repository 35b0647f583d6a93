package dev.drumbeat.health;

import dev.drumbeat.request.Reason;

/** Who can change what a check found. */
public enum Mender {
  /** An administrator of Jira, on its pages or ours. */
  ADMINISTRATOR("administrator"),
  /** Who runs the server, its files and its clock. */
  OPERATOR("operator"),
  /** Who runs the mail server. */
  POSTMASTER("postmaster"),
  /** Nobody has to: it goes on by itself. */
  ITSELF("itself");

  private final String word;

  Mender(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** In a sentence. */
  public Reason reason() {
    return Reason.of("drumbeat.health.mender." + word);
  }
}
