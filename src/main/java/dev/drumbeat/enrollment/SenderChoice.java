package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the mail account of a run, the same for the same lead (R1, R2). */
final class SenderChoice {

  private static final int HEX = 16;
  private static final int DIGITS = 15;

  private final List<MailAccount> accounts;

  private SenderChoice(List<MailAccount> accounts) {
    this.accounts = accounts;
  }

  /** Among the accounts of a plan that can send; if none can, the lead waits for one of them. */
  static Optional<SenderChoice> of(CampaignPlan plan, MailAccountStore accounts) {
    List<MailAccount> there =
        plan.accountIds().stream().flatMap(id -> accounts.find(id).stream()).toList();
    List<MailAccount> sending = there.stream().filter(account -> !account.paused()).toList();
    List<MailAccount> pool = sending.isEmpty() ? there : sending;
    return pool.isEmpty() ? Optional.empty() : Optional.of(new SenderChoice(pool));
  }

  long accountFor(String addressKey) {
    long number = Long.parseLong(addressKey.substring(0, DIGITS), HEX);
    return accounts.get((int) (number % accounts.size())).id();
  }

  /** The zone of an account; null where it has none of its own. */
  @Nullable ZoneId zoneOf(long accountId) {
    return accounts.stream()
        .filter(account -> account.id() == accountId)
        .findFirst()
        .map(account -> account.settings().zone())
        .orElse(null);
  }
}
