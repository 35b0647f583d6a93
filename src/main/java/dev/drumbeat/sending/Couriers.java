package dev.drumbeat.sending;

import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.Passwords;

/** Makes couriers; each is of one account and one thread. */
public final class Couriers {

  private final MailSession sessions;
  private final Passwords passwords;

  public Couriers(MailSession sessions, Passwords passwords) {
    this.sessions = sessions;
    this.passwords = passwords;
  }

  /** One for that account, not connected yet. */
  Courier of(MailAccount account) {
    return new Courier(sessions, passwords, account);
  }
}
