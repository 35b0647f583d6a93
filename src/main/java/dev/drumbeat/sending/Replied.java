package dev.drumbeat.sending;

import dev.drumbeat.sequence.ReplyClass;
import java.util.Set;

/** Whether something came back in a run, which a package after this one knows. */
@FunctionalInterface
public interface Replied {

  /** Whether anything of those classes did, as far as that is sure. */
  boolean came(long enrollmentId, Set<ReplyClass> classes);
}
