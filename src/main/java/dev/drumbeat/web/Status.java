package dev.drumbeat.web;

import dev.drumbeat.health.AccountStatus;
import dev.drumbeat.health.Health;
import dev.drumbeat.health.Installation;
import dev.drumbeat.health.Report;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendingSwitch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Is mail going out, and if not, why not? Everybody gets the sentence, administrators the rest. */
public final class Status {

  private final SendingSwitch sending;
  private final Health health;
  private final Installation installation;
  private final InstantSource clock;

  public Status(
      SendingSwitch sending, Health health, Installation installation, InstantSource clock) {
    this.sending = sending;
    this.health = health;
    this.installation = installation;
    this.clock = clock;
  }

  /** How everything is, as far as it concerns the reader. */
  public StatusView of(Actor reader, Answers answers) {
    reader.mustHave(Right.USE_CAMPAIGNS);
    if (!reader.has(Right.ADMINISTER)) {
      Instant now = clock.instant();
      return StatusView.of(sending(health.accounts(now), now, answers));
    }
    Report report = health.report();
    StatusView.Sending first = sending(report.accounts(), report.at(), answers);
    return StatusView.of(first, report, answers, installation);
  }

  private StatusView.Sending sending(List<AccountStatus> all, Instant now, Answers answers) {
    Optional<Reason> hold = sending.hold();
    int due = all.stream().mapToInt(each -> each.backlog().due()).sum();
    return new StatusView.Sending(
        hold.isEmpty(),
        hold.map(answers::text).orElse(null),
        answers.text(hold.orElseGet(() -> sentence(all, due, now))),
        due);
  }

  /** The worst that there is to say. */
  private static Reason sentence(List<AccountStatus> all, int due, Instant now) {
    if (all.stream().anyMatch(each -> each.isStalled(now))) {
      return Reason.of("drumbeat.status.stalled", due);
    }
    long failing = all.stream().filter(AccountStatus::isFailing).count();
    if (failing > 0) {
      return Reason.of("drumbeat.status.failing", due, failing);
    }
    long unread = all.stream().filter(AccountStatus::isUnread).count();
    if (unread > 0) {
      return Reason.of("drumbeat.status.unread", due, unread);
    }
    int perHour = all.stream().mapToInt(AccountStatus::perHour).sum();
    return due == 0
        ? Reason.of("drumbeat.status.idle")
        : Reason.of("drumbeat.status.going", due, perHour);
  }
}
