package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.util.Optional;

/** A run whose step is due, with everything that it takes to send it. */
record Due(Enrollment run, Running running, MailAccount account, Instant now) {

  Campaign campaign() {
    return running.campaign();
  }

  /** The step as it is now, which a check has found to be there. */
  Step step() {
    return foundStep().orElseThrow();
  }

  /** The step, unless it was taken out of the sequence. */
  Optional<Step> foundStep() {
    return running.timeline().current(run.place());
  }
}
