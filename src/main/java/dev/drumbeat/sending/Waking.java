package dev.drumbeat.sending;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.Stores;
import java.util.List;

/** Wakes leads who wait for a date or an answer that their issue gives (T3, T4). */
public final class Waking {

  /** Leads of one issue; what an issue has beyond that is looked at when its time has come. */
  private static final int MOST = 1_000;

  private final Stores stores;

  public Waking(Stores stores) {
    this.stores = stores;
  }

  /** Something has changed in the issue. */
  public void issueChanged(long issueId) {
    for (EnrollmentState state : EnrollmentState.OPEN) {
      if (state.isMoving()) {
        runs(issueId, state)
            .forEach(run -> stores.sql().write(c -> stores.transitions().wake(c, run)));
      }
    }
  }

  private List<Enrollment> runs(long issueId, EnrollmentState state) {
    return stores.enrollments().page(EnrollmentFilter.ofIssue(issueId).in(state), 0, MOST);
  }
}
