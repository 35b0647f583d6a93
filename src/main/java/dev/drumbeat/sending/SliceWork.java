package dev.drumbeat.sending;

import static dev.drumbeat.enrollment.EnrollmentState.ACTIVE;
import static dev.drumbeat.enrollment.EnrollmentState.PENDING;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Shard.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due at one account for some seconds: follow-ups before first steps (L3), each the
 * oldest first, until nothing is due, a cap is reached or the server fails.
 */
final class SliceWork {

  private static final Logger LOG = LoggerFactory.getLogger(SliceWork.class);
  private static final int AT_ONCE = 20;
  private static final Duration SLICE = Duration.ofSeconds(10);

  private final Ground ground;
  private final SendingSwitch sending;
  private final Couriers couriers;
  private final Mailbox mailbox;
  private final Pace pace;
  private final OneRun oneRun;
  private final Aftermath aftermath;

  SliceWork(
      Ground ground,
      SendingSwitch sending,
      Couriers couriers,
      Mailbox mailbox,
      Pace pace,
      OneRun oneRun,
      Aftermath aftermath) {
    this.ground = ground;
    this.sending = sending;
    this.couriers = couriers;
    this.mailbox = mailbox;
    this.pace = pace;
    this.oneRun = oneRun;
    this.aftermath = aftermath;
  }

  /** Answers whether time ended it before the work did. */
  boolean on(Tenure tenure, Budget budget) {
    Optional<MailAccount> account = ground.accounts().find(tenure.shard().accountId());
    try {
      return account.isPresent()
          ? on(tenure, account.get(), budget.part(SLICE))
          : withoutAccount(tenure);
    } finally {
      tenure.release();
    }
  }

  /** The account was deleted: its runs wait for somebody who gives them another one. */
  private boolean withoutAccount(Tenure tenure) {
    List<Enrollment> due =
        ground.stores().enrollments().due(tenure.shard().accountId(), ground.now(), AT_ONCE);
    due.forEach(run -> aftermath.ofLoss(run, Reason.of("drumbeat.wait.account-gone")));
    return due.size() == AT_ONCE;
  }

  private boolean on(Tenure tenure, MailAccount account, Budget budget) {
    Instant now = ground.now();
    if (account.paused()) {
      tenure.hold(new Hold(now, Reason.of("drumbeat.hold.paused", account.settings().name())));
      return false;
    }
    if (tenure.isBackingOff(account, now)) {
      return false;
    }
    tenure.attend(now);
    try (Courier courier = couriers.of(account)) {
      Slice slice = new Slice(account, courier, tenure, ground);
      boolean cutOff = mailbox.isRead(slice) && send(slice, ACTIVE, budget);
      boolean more = cutOff || send(slice, PENDING, budget);
      return more && !slice.isStopped();
    }
  }

  /** Answers whether there may be more in that state. */
  private boolean send(Slice slice, EnrollmentState state, Budget budget) {
    // Those that were dealt with and are still due stay in front, and the others are behind them.
    int behind = 0;
    while (!budget.isOver() && !slice.isStopped()) {
      List<Enrollment> due = due(slice, state, behind);
      if (due.isEmpty()) {
        return false;
      }
      List<Enrollment> fresh = due.stream().filter(run -> slice.isNew(run.id())).toList();
      behind += due.size() - fresh.size();
      send(slice, fresh, budget);
    }
    return true;
  }

  private List<Enrollment> due(Slice slice, EnrollmentState state, int behind) {
    long account = slice.account().id();
    return ground.stores().enrollments().due(account, state, ground.now(), behind, AT_ONCE);
  }

  private void send(Slice slice, List<Enrollment> due, Budget budget) {
    for (Enrollment run : due) {
      if (budget.isOver() || isHeld(slice)) {
        return;
      }
      send(slice, run);
    }
  }

  private boolean isHeld(Slice slice) {
    if (slice.isStopped() || sending.isStopped() || !slice.tenure().goesOn()) {
      slice.stop();
      return true;
    }
    pace.account(slice.account(), ground.now()).ifPresent(slice::hold);
    return slice.isStopped();
  }

  /** One bad lead never stops the others (B4). */
  private void send(Slice slice, Enrollment run) {
    try {
      oneRun.send(run, slice).ifPresentOrElse(why -> slice.fail(why, ground.now()), slice::worked);
    } catch (RuntimeException e) {
      LOG.error("{}: the due step could not be sent and is put off", run.about(), Fault.of(e));
      aftermath.ofFault(run, ground.now());
    }
  }
}
