package dev.drumbeat.mail;

import org.jspecify.annotations.Nullable;

/** Seals and opens the two passwords of an account, each bound to its account and field. */
public final class Passwords {

  private final Secrets secrets;

  public Passwords(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Makes sure that a password of this draft can be sealed; before a unit of work. */
  void prepare(MailAccountDraft draft) {
    if (isSet(smtpChange(draft)) || isSet(imapChange(draft))) {
      secrets.prepare();
    }
  }

  /** What is stored after the draft; a server without a user keeps no password. */
  StoredPasswords seal(
      long id, MailAccountDraft draft, AccountSettings settings, StoredPasswords before) {
    return new StoredPasswords(
        settings.smtp().user() == null
            ? null
            : sealed(smtpChange(draft), before.smtp(), smtpPlace(id)),
        sealed(imapChange(draft), before.imap(), imapPlace(id)));
  }

  /** The password of the server that mail is handed to; null when none is stored. */
  public @Nullable String smtp(MailAccount account) {
    return opened(account.passwords().smtp(), smtpPlace(account.id()));
  }

  /** The password of the mailbox; null when none is stored. */
  public @Nullable String imap(MailAccount account) {
    return opened(account.passwords().imap(), imapPlace(account.id()));
  }

  private @Nullable SealedPassword sealed(
      PasswordChange change, @Nullable SealedPassword before, String place) {
    if (change instanceof PasswordChange.Set set) {
      return secrets.seal(set.password(), place);
    }
    return change instanceof PasswordChange.Keep ? before : null;
  }

  private @Nullable String opened(@Nullable SealedPassword sealed, String place) {
    return sealed == null ? null : secrets.open(sealed, place);
  }

  private static PasswordChange smtpChange(MailAccountDraft draft) {
    return draft.smtp() == null ? new PasswordChange.Keep() : draft.smtp().password();
  }

  private static PasswordChange imapChange(MailAccountDraft draft) {
    return draft.imap() == null ? new PasswordChange.Keep() : draft.imap().password();
  }

  private static boolean isSet(PasswordChange change) {
    return change instanceof PasswordChange.Set;
  }

  private static String smtpPlace(long id) {
    return "mail-account/" + id + "/smtp";
  }

  private static String imapPlace(long id) {
    return "mail-account/" + id + "/imap";
  }
}
