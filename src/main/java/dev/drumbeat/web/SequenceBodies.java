package dev.drumbeat.web;

import dev.drumbeat.sequence.Sequence;

/**
 * Sequences as REST prints them, for a page that sends them back: whatever the page does not show
 * is in there, too.
 */
public final class SequenceBodies {

  private final Answers answers;

  public SequenceBodies(Answers answers) {
    this.answers = answers;
  }

  /** JSON, in the language of whoever is logged in on this thread. */
  public String of(Sequence sequence) {
    return answers.print(SequenceView.of(sequence, answers));
  }
}
