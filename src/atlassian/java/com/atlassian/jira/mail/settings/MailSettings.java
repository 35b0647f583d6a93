package com.atlassian.jira.mail.settings;

/** The host's switches for mail. */
public interface MailSettings {
  Send send();

  /** Outgoing mail; a class on the host, so calls link with invokevirtual. */
  abstract class Send {
    public abstract boolean isDisabled();
  }
}
