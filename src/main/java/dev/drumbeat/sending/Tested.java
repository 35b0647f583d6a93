package dev.drumbeat.sending;

import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.sequence.Step;
import org.jspecify.annotations.Nullable;

/** A test that went out, or did not: which step, from and to where, for whose issue. */
public record Tested(
    Step step,
    MailAccount account,
    MailAddress to,
    @Nullable String issueKey,
    SendOutcome outcome) {}
