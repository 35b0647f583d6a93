package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.sequence.SequenceStore;
import java.time.Instant;

/** What the engine reads and changes of the packages before it, handed over together. */
public record Ground(
    Stores stores,
    SequenceStore sequences,
    MailAccountStore accounts,
    Suppressions suppressions,
    CampaignControl control,
    IssueReader issues) {

  Instant now() {
    return stores.clock().instant();
  }
}
