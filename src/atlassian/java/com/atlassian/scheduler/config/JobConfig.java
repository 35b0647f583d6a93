package com.atlassian.scheduler.config;

/** What a job runs and when. On this one node every run mode is the same. */
public final class JobConfig {
  private final JobRunnerKey jobRunnerKey;
  private final Schedule schedule;

  private JobConfig(JobRunnerKey jobRunnerKey, Schedule schedule) {
    this.jobRunnerKey = jobRunnerKey;
    this.schedule = schedule;
  }

  public static JobConfig forJobRunnerKey(JobRunnerKey jobRunnerKey) {
    return new JobConfig(jobRunnerKey, Schedule.forInterval(0, null));
  }

  public JobConfig withRunMode(RunMode mode) {
    return this;
  }

  public JobConfig withSchedule(Schedule when) {
    return new JobConfig(jobRunnerKey, when);
  }

  public JobRunnerKey getJobRunnerKey() {
    return jobRunnerKey;
  }

  public Schedule getSchedule() {
    return schedule;
  }
}
