package dev.drumbeat.web;

import dev.drumbeat.enrollment.Backlog;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.sending.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The work of one mail account as it is now, and how much left from it within the last hour. */
record AccountStatus(MailAccount account, Optional<Shard> shard, Backlog backlog, int perHour) {

  /** Due for longer than this without anybody looking means that nobody does. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Whether mail waits for a server that fails. */
  boolean isFailing() {
    return backlog.due() > 0 && shard.filter(last -> last.failures() > 0).isPresent();
  }

  /** Whether mail waits that no tick has looked at for long. */
  boolean isStalled(Instant now) {
    Instant latest = now.minus(PATIENCE);
    Instant oldest = backlog.oldest();
    return oldest != null && oldest.isBefore(latest) && !lastTickAt().isAfter(latest);
  }

  private Instant lastTickAt() {
    return shard.flatMap(last -> Optional.ofNullable(last.lastTickAt())).orElse(Instant.MIN);
  }
}
