package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A step to send to somebody of ours: for which campaign, {@link #NO_CAMPAIGN} for none, in whose
 * name, from and to where, and as the lead of which issue would get it.
 */
record TestMail(
    ShownStep shown,
    long campaignId,
    String ownerKey,
    MailAccount account,
    MailAddress to,
    @Nullable IssueFacts issue) {

  /** Of a sequence alone: what is suppressed for one campaign does not matter. */
  static final long NO_CAMPAIGN = 0;
}
