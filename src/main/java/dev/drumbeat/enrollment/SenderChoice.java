package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import java.util.List;
import java.util.Optional;

/** Chooses the mail account of a run, the same for the same lead (R1, R2). */
final class SenderChoice {

  private static final int HEX = 16;
  private static final int DIGITS = 15;

  private final List<Long> accountIds;

  private SenderChoice(List<Long> accountIds) {
    this.accountIds = accountIds;
  }

  /** Among the accounts of a plan that can send; if none can, the lead waits for one of them. */
  static Optional<SenderChoice> of(CampaignPlan plan, MailAccountStore accounts) {
    List<MailAccount> there =
        plan.accountIds().stream().flatMap(id -> accounts.find(id).stream()).toList();
    List<MailAccount> sending = there.stream().filter(account -> !account.paused()).toList();
    List<MailAccount> pool = sending.isEmpty() ? there : sending;
    return pool.isEmpty()
        ? Optional.empty()
        : Optional.of(new SenderChoice(pool.stream().map(MailAccount::id).toList()));
  }

  long accountFor(String addressKey) {
    long number = Long.parseLong(addressKey.substring(0, DIGITS), HEX);
    return accountIds.get((int) (number % accountIds.size()));
  }
}
