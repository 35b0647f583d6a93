package dev.drumbeat.campaign;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.RuleSettings;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.sequence.Sequences;
import java.time.InstantSource;

/** What a plan refers to, and the time. */
public record PlanSources(
    Sequences sequences,
    MailAccountStore accounts,
    Audience audience,
    RuleSettings rules,
    InstantSource clock) {}
