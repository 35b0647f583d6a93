package dev.drumbeat.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail account as somebody wrote it, not checked yet: null is what was left out. The names of the
 * parts are those of the REST contract, so that problems name the fields that people see.
 */
public record MailAccountDraft(
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String fromAddress,
    @Nullable String fromName,
    @Nullable String replyTo,
    @Nullable Smtp smtp,
    @Nullable Imap imap,
    @Nullable Limits limits,
    @Nullable String zone) {

  /** The server that mail is handed to. */
  public record Smtp(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String security,
      @Nullable String user,
      PasswordChange password) {}

  /** The mailbox that answers come to. */
  public record Imap(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String security,
      @Nullable String user,
      PasswordChange password,
      @Nullable String folder) {}

  /** How much may go out. */
  public record Limits(
      @Nullable Integer perDay, @Nullable Integer perHour, @Nullable Integer minimumGapSeconds) {}
}
