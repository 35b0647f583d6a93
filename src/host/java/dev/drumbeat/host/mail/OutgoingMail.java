package dev.drumbeat.host.mail;

import com.atlassian.jira.mail.settings.MailSettings;

/** The administrator's switch for outgoing mail. */
public final class OutgoingMail implements MailSettings {

  private volatile boolean disabled;

  @Override
  public Send send() {
    return new Send() {
      @Override
      public boolean isDisabled() {
        return disabled;
      }
    };
  }

  /** Whether all of the host's mail is switched off. */
  public boolean isDisabled() {
    return disabled;
  }

  /** Switches all of the host's mail off or on. */
  public void disable(boolean off) {
    disabled = off;
  }
}
