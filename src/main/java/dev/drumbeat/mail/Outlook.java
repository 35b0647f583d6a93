package dev.drumbeat.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether mail can go out from here: how many accounts there are, how many of them are paused, how
 * many of the others were in order at their last check, and when the last check of any was.
 */
public record Outlook(int accounts, int paused, int good, Optional<Instant> checkedAt) {

  static Outlook of(Collection<MailAccount> all) {
    return new Outlook(
        all.size(),
        (int) all.stream().filter(MailAccount::paused).count(),
        (int) all.stream().filter(a -> !a.paused() && a.health().isGood()).count(),
        all.stream()
            .map(a -> a.health().checkedAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder()));
  }
}
