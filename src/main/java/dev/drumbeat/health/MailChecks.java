package dev.drumbeat.health;

import dev.drumbeat.enrollment.Backlog;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendingSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether mail goes out and answers come in. */
final class MailChecks {

  private static final String SWITCH = "status#sending";

  private final SendingSwitch sending;

  MailChecks(SendingSwitch sending) {
    this.sending = sending;
  }

  List<Check> run(List<AccountStatus> accounts, Instant now) {
    return List.of(
        sending(), restores(), queue(accounts, now), accounts(accounts), mailboxes(accounts, now));
  }

  private Check sending() {
    Optional<Reason> hold = sending.hold();
    if (hold.isEmpty()) {
      return Check.ok("sending", Reason.of("drumbeat.health.sending.ok"));
    }
    if (sending.isCopy()) {
      return Check.error("sending", hold.get(), Mender.ADMINISTRATOR).at(SWITCH);
    }
    Check off = Check.warning("sending", hold.get(), Mender.ADMINISTRATOR);
    // Outgoing mail of Jira is not switched on our page.
    return sending.isOn() ? off : off.at(SWITCH);
  }

  /** Without the file beside the database nobody would notice that one was restored (X7). */
  private Check restores() {
    return sending
        .restoreGuardFault()
        .map(
            file ->
                Check.warning(
                    "restores", Reason.of("drumbeat.health.restores.blind", file), Mender.OPERATOR))
        .orElseGet(() -> Check.ok("restores", Reason.of("drumbeat.health.restores.ok")));
  }

  private Check queue(List<AccountStatus> accounts, Instant now) {
    int due = accounts.stream().mapToInt(a -> a.backlog().due()).sum();
    if (due == 0) {
      return Check.ok("queue", Reason.of("drumbeat.health.queue.empty"));
    }
    long minutes = minutes(accounts, now);
    if (sending.hold().isEmpty() && accounts.stream().anyMatch(a -> a.isStalled(now))) {
      return Check.error(
          "queue", Reason.of("drumbeat.health.queue.stalled", due, minutes), Mender.OPERATOR);
    }
    return Check.ok("queue", Reason.of("drumbeat.health.queue.ok", due, minutes));
  }

  private static long minutes(List<AccountStatus> accounts, Instant now) {
    return accounts.stream()
        .map(AccountStatus::backlog)
        .map(Backlog::oldest)
        .flatMap(oldest -> Optional.ofNullable(oldest).stream())
        .min(Instant::compareTo)
        .map(oldest -> Math.max(0, Duration.between(oldest, now).toMinutes()))
        .orElse(0L);
  }

  private static Check accounts(List<AccountStatus> accounts) {
    if (accounts.isEmpty()) {
      return Check.warning(
              "accounts", Reason.of("drumbeat.health.accounts.none"), Mender.ADMINISTRATOR)
          .at("accounts#new");
    }
    return all("accounts", accounts, AccountStatus::cannotSend);
  }

  private static Check mailboxes(List<AccountStatus> accounts, Instant now) {
    return all("mailboxes", accounts, account -> account.isBehind(now));
  }

  /** An error when none is left that works. */
  private static Check all(
      String name, List<AccountStatus> accounts, Predicate<AccountStatus> isBad) {
    List<AccountStatus> bad = accounts.stream().filter(isBad).toList();
    String key = "drumbeat.health." + name;
    if (bad.isEmpty()) {
      return Check.ok(name, Reason.of(key + ".ok", accounts.size()));
    }
    String first = bad.get(0).account().settings().name();
    Reason sentence = Reason.of(key + ".bad", bad.size(), accounts.size(), first);
    return bad.size() == accounts.size()
        ? Check.error(name, sentence, Mender.POSTMASTER).at("accounts")
        : Check.warning(name, sentence, Mender.POSTMASTER).at("accounts");
  }
}
