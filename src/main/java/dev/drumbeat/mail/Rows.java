package dev.drumbeat.mail;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountHealth.State;
import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.AccountSettings.Sender;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Turns rows of mail accounts into records and records into columns. */
final class Rows {

  private Rows() {}

  static MailAccount account(MailAccountRow row) {
    return new MailAccount(
        row.getId(),
        row.getVersion(),
        settings(row),
        new StoredPasswords(sealed(row.getSmtpPassword()), sealed(row.getImapPassword())),
        row.isPaused(),
        Instant.ofEpochMilli(row.getCreatedAt()),
        Instant.ofEpochMilli(row.getUpdatedAt()),
        health(row));
  }

  private static AccountSettings settings(MailAccountRow row) {
    String replyTo = row.getReplyTo();
    String zone = row.getZone();
    return new AccountSettings(
        row.getName(),
        new Sender(
            address(row.getFromAddress()),
            row.getFromName(),
            replyTo == null ? null : address(replyTo)),
        new MailServer(
            row.getSmtpHost(),
            row.getSmtpPort(),
            security(row.getSmtpSecurity()),
            row.getSmtpUser()),
        new Mailbox(
            new MailServer(
                row.getImapHost(),
                row.getImapPort(),
                security(row.getImapSecurity()),
                row.getImapUser()),
            row.getImapFolder()),
        new SendLimits(row.getPerDay(), row.getPerHour(), row.getGapSeconds()),
        zone == null ? null : ZoneId.of(zone));
  }

  private static AccountHealth health(MailAccountRow row) {
    Long checkedAt = row.getCheckedAt();
    return new AccountHealth(
        checkedAt == null ? null : Instant.ofEpochMilli(checkedAt),
        state(row.getSmtpState(), row.getSmtpReason()),
        state(row.getImapState(), row.getImapReason()),
        row.getFailures());
  }

  private static ServerState state(@Nullable String state, @Nullable String reason) {
    return new ServerState(
        state == null ? State.UNCHECKED : Words.of(State.class, state, State.UNCHECKED),
        reason == null ? null : ReasonText.read(reason));
  }

  private static MailAddress address(String text) {
    int at = text.lastIndexOf('@');
    return new MailAddress(text.substring(0, at), text.substring(at + 1));
  }

  private static Security security(String word) {
    return Security.of(word).orElseThrow(() -> new IllegalStateException("security " + word));
  }

  private static @Nullable SealedPassword sealed(@Nullable String text) {
    return text == null ? null : new SealedPassword(text);
  }

  static Columns settings(AccountSettings settings) {
    MailAddress replyTo = settings.sender().replyTo();
    MailServer smtp = settings.smtp();
    MailServer imap = settings.mailbox().imap();
    ZoneId zone = settings.zone();
    return Columns.of("NAME", settings.name())
        .and("FROM_ADDRESS", settings.sender().address().text())
        .and("FROM_NAME", settings.sender().displayName())
        .and("REPLY_TO", replyTo == null ? null : replyTo.text())
        .and("SMTP_HOST", smtp.host())
        .and("SMTP_PORT", smtp.port())
        .and("SMTP_SECURITY", smtp.security().word())
        .and("SMTP_USER", smtp.user())
        .and("IMAP_HOST", imap.host())
        .and("IMAP_PORT", imap.port())
        .and("IMAP_SECURITY", imap.security().word())
        .and("IMAP_USER", imap.user())
        .and("IMAP_FOLDER", settings.mailbox().folder())
        .and("PER_DAY", settings.limits().perDay())
        .and("PER_HOUR", settings.limits().perHour())
        .and("GAP_SECONDS", settings.limits().minimumGapSeconds())
        .and("ZONE", zone == null ? null : zone.getId());
  }

  static Columns passwords(StoredPasswords passwords) {
    return Columns.of("SMTP_PASSWORD", text(passwords.smtp()))
        .and("IMAP_PASSWORD", text(passwords.imap()));
  }

  static Columns health(AccountHealth health) {
    Instant checkedAt = health.checkedAt();
    return Columns.of("CHECKED_AT", checkedAt == null ? null : checkedAt.toEpochMilli())
        .and("SMTP_STATE", health.smtp().state().name())
        .and("SMTP_REASON", reason(health.smtp()))
        .and("IMAP_STATE", health.imap().state().name())
        .and("IMAP_REASON", reason(health.imap()))
        .and("FAILURES", health.failuresInARow());
  }

  private static @Nullable String reason(ServerState state) {
    return state.reason() == null ? null : ReasonText.write(state.reason());
  }

  static @Nullable String text(@Nullable SealedPassword password) {
    return password == null ? null : password.text();
  }
}
