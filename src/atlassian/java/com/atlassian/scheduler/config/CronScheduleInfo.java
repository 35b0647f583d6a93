package com.atlassian.scheduler.config;

import java.util.TimeZone;

/** A cron schedule, seconds first. */
public final class CronScheduleInfo {
  private final String cronExpression;
  private final TimeZone timeZone;

  CronScheduleInfo(String cronExpression, TimeZone timeZone) {
    this.cronExpression = cronExpression;
    this.timeZone = timeZone;
  }

  public String getCronExpression() {
    return cronExpression;
  }

  public TimeZone getTimeZone() {
    return timeZone;
  }
}
