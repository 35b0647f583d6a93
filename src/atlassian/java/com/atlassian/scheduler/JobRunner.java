package com.atlassian.scheduler;

/** What a job does; never throws. */
public interface JobRunner {
  JobRunnerResponse runJob(JobRunnerRequest request);
}
