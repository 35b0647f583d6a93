package dev.drumbeat.sequence;

/** Who needs a sequence; campaigns and enrollments know. */
public interface SequenceUse {

  /** How many campaigns say it, whatever their state. */
  int campaignsUsing(long sequenceId);

  /** How many leads are under way in it. */
  int activeEnrollments(long sequenceId);
}
