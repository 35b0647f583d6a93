package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import java.util.Collection;
import java.util.Map;

/** Who needs a sequence; campaigns and enrollments know. */
public interface SequenceUse {

  /** How many campaigns say it, whatever their state. */
  int campaignsUsing(long sequenceId);

  /** How many leads are under way in it. */
  int activeEnrollments(long sequenceId);

  /** How many campaigns that people made say each of them; those without any are left out. */
  Map<Long, UseCount> campaignsUsing(Actor reader, Collection<Long> sequenceIds);
}
