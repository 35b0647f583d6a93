package dev.drumbeat.host.schedule;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.time.Instant;

/** A scheduled job with its last run; instants are null until there is one. */
public record JobState(
    JobId id, JobConfig config, Instant nextRunAt, Instant lastRunAt, String lastOutcome) {}
