package dev.drumbeat.mail;

import org.jspecify.annotations.Nullable;

/** One server of an account, SMTP or IMAP; without a user it wants no log-in. */
public record MailServer(String host, int port, Security security, @Nullable String user) {}
