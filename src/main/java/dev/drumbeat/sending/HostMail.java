package dev.drumbeat.sending;

import com.atlassian.jira.mail.settings.MailSettings;

/** The host's own switches for outgoing mail, which hold for the app as well. */
public final class HostMail {

  /** Set by administrators of copies, often before the first start. */
  private static final String PROPERTY = "atlassian.mail.senddisabled";

  private final MailSettings settings;

  public HostMail(MailSettings settings) {
    this.settings = settings;
  }

  /** Whether an administrator of the host wants no mail to leave. */
  boolean isDisabled() {
    return Boolean.getBoolean(PROPERTY) || settings.send().isDisabled();
  }
}
