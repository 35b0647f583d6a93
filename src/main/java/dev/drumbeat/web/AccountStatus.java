package dev.drumbeat.web;

import dev.drumbeat.enrollment.Backlog;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.sending.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The work of one mail account as it is now. */
record AccountStatus(MailAccount account, Optional<Shard> shard, Backlog backlog) {

  /** Due for longer than this without anybody looking means that nobody does. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Messages an hour in the last tick that sent any. */
  long perHour() {
    return shard
        .map(
            last -> {
              Duration took = last.lastTook();
              return took == null || took.isZero()
                  ? 0
                  : last.lastSent() * Duration.ofHours(1).toMillis() / took.toMillis();
            })
        .orElse(0L);
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
