package dev.drumbeat.sequence;

/** The words of REST for ways. */
final class FlowWords {

  /** To the step that follows, in place of the one that is left out. */
  static final String SKIP = "skip";

  /** To the step that follows, after the one that happened. */
  static final String NEXT = "next";

  static final String STEP = "step";
  static final String END = "end";
  static final String CAMPAIGN = "campaign";

  private FlowWords() {}
}
