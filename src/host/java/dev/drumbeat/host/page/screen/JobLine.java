package dev.drumbeat.host.page.screen;

import java.time.Instant;

/**
 * A scheduled job as the administrator sees it.
 *
 * @param schedule in words, for example {@code every 60 s}
 * @param nextRunAt null when it will not run again
 * @param lastRunAt null when it never ran
 * @param lastOutcome empty when it never ran
 */
public record JobLine(
    String id,
    String runner,
    String schedule,
    Instant nextRunAt,
    Instant lastRunAt,
    String lastOutcome) {}
