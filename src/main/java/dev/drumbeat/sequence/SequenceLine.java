package dev.drumbeat.sequence;

import java.util.List;

/**
 * A sequence in a list with what a reader chooses it by: the delays of its steps in their order,
 * and how many campaigns say it, of those that the reader may see and of others.
 */
public record SequenceLine(SequenceSummary summary, List<Timing> waits, UseCount use) {

  public SequenceLine {
    waits = List.copyOf(waits);
  }

  /** Campaigns that the reader may see, and those that belong to others. */
  public record UseCount(int visible, int others) {

    /** Nobody says it. */
    public static final UseCount NONE = new UseCount(0, 0);
  }
}
