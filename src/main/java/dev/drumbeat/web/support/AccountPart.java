package dev.drumbeat.web.support;

import dev.drumbeat.health.AccountStatus;
import dev.drumbeat.mail.AccountHealth;
import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountSettings;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.sending.Shard;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One mail account: what kind of servers it uses and how it does, not whose it is. */
record AccountPart(
    long id,
    boolean paused,
    boolean hasReplyTo,
    boolean hasZone,
    AccountSettings.SendLimits limits,
    Server smtp,
    Server imap,
    @Nullable Instant checkedAt,
    int failedChecksInARow,
    Sending sending,
    @Nullable Reading reading) {

  /** A server, its last check, and whether a password is stored for it. */
  record Server(
      String provider,
      int port,
      String security,
      boolean logsIn,
      boolean hasPassword,
      String state,
      @Nullable Cause cause) {

    static Server of(MailServer server, boolean hasPassword, ServerState state) {
      return new Server(
          Provider.of(server.host()),
          server.port(),
          server.security().word(),
          server.user() != null,
          hasPassword,
          state.state().name().toLowerCase(Locale.ROOT),
          Cause.of(state.reason()));
    }
  }

  /** The work of the account. */
  record Sending(
      @Nullable Instant lastTickAt,
      int due,
      @Nullable Instant oldestDueAt,
      int perHour,
      int failuresInARow,
      @Nullable Cause hold,
      @Nullable Instant holdUntil) {

    static Sending of(AccountStatus status) {
      Shard shard = status.shard().orElse(null);
      Shard.Hold hold = shard == null ? null : shard.hold();
      return new Sending(
          shard == null ? null : shard.lastTickAt(),
          status.backlog().due(),
          status.backlog().oldest(),
          status.perHour(),
          shard == null ? 0 : shard.failures(),
          hold == null ? null : Cause.of(hold.why()),
          hold == null ? null : hold.until());
    }
  }

  /** How its mailbox is read. */
  record Reading(
      @Nullable Instant readAt,
      @Nullable Instant triedAt,
      @Nullable Cause failure,
      long kept,
      long ignored,
      long skipped) {

    static @Nullable Reading of(@Nullable Mailbox mailbox) {
      return mailbox == null
          ? null
          : new Reading(
              mailbox.readAt(),
              mailbox.triedAt(),
              Cause.of(mailbox.failure()),
              mailbox.counts().kept(),
              mailbox.counts().ignored(),
              mailbox.counts().skipped());
    }
  }

  static AccountPart of(AccountStatus status) {
    MailAccount account = status.account();
    AccountSettings settings = account.settings();
    AccountHealth health = account.health();
    return new AccountPart(
        account.id(),
        account.paused(),
        settings.sender().replyTo() != null,
        settings.zone() != null,
        settings.limits(),
        Server.of(settings.smtp(), account.passwords().smtp() != null, health.smtp()),
        Server.of(settings.mailbox().imap(), account.passwords().imap() != null, health.imap()),
        health.checkedAt(),
        health.failuresInARow(),
        Sending.of(status),
        Reading.of(status.mailbox()));
  }
}
