package com.atlassian.scheduler.status;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.Date;

/** A scheduled job. */
public interface JobDetails {
  JobId getJobId();

  JobRunnerKey getJobRunnerKey();

  RunMode getRunMode();

  Schedule getSchedule();

  Date getNextRunTime();
}
