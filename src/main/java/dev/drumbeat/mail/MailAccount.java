package dev.drumbeat.mail;

import java.time.Instant;

/**
 * A mail account: what mail goes out from and answers come back to. The version counts changes by
 * people; a check of its health does not change it.
 */
public record MailAccount(
    long id,
    int version,
    AccountSettings settings,
    StoredPasswords passwords,
    boolean paused,
    Instant createdAt,
    Instant updatedAt,
    AccountHealth health) {}
