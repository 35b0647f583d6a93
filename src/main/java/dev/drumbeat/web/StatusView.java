package dev.drumbeat.web;

import dev.drumbeat.health.AccountStatus;
import dev.drumbeat.health.Installation;
import dev.drumbeat.health.Report;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the app is, as REST prints it; only administrators get more than whether mail goes out. */
public record StatusView(
    Sending sending,
    @Nullable HealthView health,
    @Nullable List<JobView> jobs,
    @Nullable List<ShardView> shards,
    @Nullable List<MailboxView> mailboxes,
    @Nullable String database,
    @Nullable String version,
    @Nullable String build,
    @Nullable String host,
    @Nullable String node,
    @Nullable Boolean clustered,
    @Nullable Instant now) {

  static StatusView of(Sending sending) {
    return new StatusView(
        sending, null, null, null, null, null, null, null, null, null, null, null);
  }

  static StatusView of(Sending sending, Report report, Answers answers, Installation installation) {
    List<AccountStatus> accounts = report.accounts();
    return new StatusView(
        sending,
        HealthView.of(report, answers),
        report.jobs().stream().map(job -> JobView.of(job, answers)).toList(),
        accounts.stream().map(account -> ShardView.of(account, answers)).toList(),
        accounts.stream().map(a -> MailboxView.of(a, report.at(), answers)).toList(),
        installation.database().toString(),
        installation.version(),
        installation.build(),
        installation.host(),
        installation.node(),
        installation.node() != null,
        report.at());
  }

  /** Whether mail may go out, if not why not, the one sentence, and how many mails are due. */
  public record Sending(boolean on, @Nullable String reason, String sentence, int due) {}

  /** The work of one mail account; the rate is what left within the last hour. */
  public record ShardView(
      long mailAccountId,
      String name,
      boolean paused,
      @Nullable String node,
      @Nullable Instant lastTickAt,
      int due,
      @Nullable Instant oldestDueAt,
      int perHour,
      int failuresInARow,
      @Nullable String hold,
      @Nullable Instant holdUntil) {

    static ShardView of(AccountStatus status, Answers answers) {
      Shard shard = status.shard().orElse(null);
      Shard.Hold hold = shard == null ? null : shard.hold();
      return new ShardView(
          status.account().id(),
          status.account().settings().name(),
          status.account().paused(),
          shard == null ? null : shard.node(),
          shard == null ? null : shard.lastTickAt(),
          status.backlog().due(),
          status.backlog().oldest(),
          status.perHour(),
          shard == null ? 0 : shard.failures(),
          hold == null ? null : answers.text(hold.why()),
          hold == null ? null : hold.until());
    }
  }

  /** How the mailbox of an account is read; null is never, and the lag counts from its end. */
  public record MailboxView(
      long mailAccountId,
      String name,
      @Nullable Instant readAt,
      @Nullable Long lagSeconds,
      @Nullable Instant triedAt,
      @Nullable String failure,
      long kept,
      long ignored,
      long skipped,
      @Nullable String lastSkipped) {

    private static final Mailbox.Counts NOTHING = new Mailbox.Counts(0, 0, 0, null);

    static MailboxView of(AccountStatus status, Instant now, Answers answers) {
      Mailbox mailbox = status.mailbox();
      Mailbox.Counts counts = mailbox == null ? NOTHING : mailbox.counts();
      Instant readAt = mailbox == null ? null : mailbox.readAt();
      Reason failure = mailbox == null ? null : mailbox.failure();
      return new MailboxView(
          status.account().id(),
          status.account().settings().name(),
          readAt,
          // A clock that was set back makes no mailbox read ahead of time.
          readAt == null ? null : Long.valueOf(Math.max(0, seconds(readAt, now))),
          mailbox == null ? null : mailbox.triedAt(),
          failure == null ? null : answers.text(failure),
          counts.kept(),
          counts.ignored(),
          counts.skipped(),
          counts.lastSkipped());
    }

    private static long seconds(Instant from, Instant to) {
      return Duration.between(from, to).toSeconds();
    }
  }
}
