package com.atlassian.scheduler;

/** The scheduler refused. */
public class SchedulerServiceException extends Exception {
  private static final long serialVersionUID = 1;

  public SchedulerServiceException(String message) {
    super(message);
  }

  public SchedulerServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
