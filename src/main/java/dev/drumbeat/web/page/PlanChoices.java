package dev.drumbeat.web.page;

import dev.drumbeat.audience.Filters;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.RuleSettings;
import dev.drumbeat.campaign.FirstChoices;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sequence.Sequences;

/** Where the choices of a plan come from. */
public record PlanChoices(
    FirstChoices first,
    Filters filters,
    Sequences sequences,
    People people,
    RuleSettings rules,
    SendingSwitch sending) {}
