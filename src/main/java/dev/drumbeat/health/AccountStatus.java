package dev.drumbeat.health;

import dev.drumbeat.enrollment.Backlog;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.sending.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work of one mail account as it is now, how much left from it within the last hour, and how
 * its mailbox was read; null is never.
 */
public record AccountStatus(
    MailAccount account,
    Optional<Shard> shard,
    Backlog backlog,
    int perHour,
    @Nullable Mailbox mailbox) {

  /** Longer than this without anybody looking means that nobody does. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Whether mail waits for a server that fails. */
  public boolean isFailing() {
    return backlog.due() > 0 && shard.filter(last -> last.failures() > 0).isPresent();
  }

  /** Whether mail waits that no tick has looked at for long. */
  public boolean isStalled(Instant now) {
    Instant latest = now.minus(PATIENCE);
    Instant oldest = backlog.oldest();
    return oldest != null && oldest.isBefore(latest) && !lastTickAt().isAfter(latest);
  }

  /** Whether its mailbox could not be read the last time. */
  public boolean isUnread() {
    return mailbox != null && mailbox.failure() != null;
  }

  /** Whether nothing can go out from it as far as anybody knows. */
  boolean cannotSend() {
    return !account.paused() && (isFailing() || account.health().smtp().hasFailed());
  }

  /** Whether nobody has got to the end of its mailbox for long, though it was tried. */
  boolean isBehind(Instant now) {
    Instant since = mailbox == null || mailbox.readAt() == null ? null : mailbox.readAt();
    return isUnread() || (since != null && since.isBefore(now.minus(PATIENCE)));
  }

  private Instant lastTickAt() {
    return shard.flatMap(last -> Optional.ofNullable(last.lastTickAt())).orElse(Instant.MIN);
  }
}
