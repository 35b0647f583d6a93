package dev.drumbeat.web.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that helps to find a fault, and nothing that names anybody.
 *
 * @param numbers runs and sends of all campaigns, by state and reason
 * @param highestIds the newest row of each table, which tells how large it may be
 * @param campaigns the newest ones
 * @param failures what went wrong last, the newest first
 */
public record SupportBundle(
    Instant madeAt,
    InstallationPart installation,
    SettingsPart settings,
    HealthPart health,
    List<AccountPart> accounts,
    Map<String, Long> numbers,
    Map<String, Long> highestIds,
    List<CampaignPart> campaigns,
    List<FailurePart> failures) {}
