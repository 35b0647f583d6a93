package com.atlassian.jira.mail.settings;

/** The host's switches for mail. */
public interface MailSettings {
  Send send();

  /** Outgoing mail. */
  interface Send {
    boolean isDisabled();
  }
}
