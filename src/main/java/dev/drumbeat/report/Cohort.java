package dev.drumbeat.report;

import dev.drumbeat.sequence.Step;
import java.time.Instant;

/**
 * Leads of one account who wait for the same step at the same moment. Wanted is when the step was
 * due before a limit put it off.
 */
record Cohort(Step step, boolean first, Instant dueAt, Instant wantedAt, int leads) {

  static Cohort of(Step step, boolean first, Instant dueAt, int leads) {
    return new Cohort(step, first, dueAt, dueAt, leads);
  }

  Cohort less(int sent) {
    return new Cohort(step, first, dueAt, wantedAt, leads - sent);
  }

  Cohort putOff(Instant until) {
    return new Cohort(step, first, until, wantedAt, leads);
  }
}
