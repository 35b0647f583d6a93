package com.atlassian.scheduler;

import com.atlassian.scheduler.status.RunOutcome;

/** How a run ended. */
public final class JobRunnerResponse {
  private final RunOutcome outcome;
  private final String message;

  private JobRunnerResponse(RunOutcome outcome, String message) {
    this.outcome = outcome;
    this.message = message;
  }

  public static JobRunnerResponse success() {
    return success(null);
  }

  public static JobRunnerResponse success(String message) {
    return new JobRunnerResponse(RunOutcome.SUCCESS, message);
  }

  public static JobRunnerResponse aborted(String message) {
    return new JobRunnerResponse(RunOutcome.ABORTED, message);
  }

  public static JobRunnerResponse failed(Throwable cause) {
    return new JobRunnerResponse(RunOutcome.FAILED, cause.toString());
  }

  public RunOutcome getRunOutcome() {
    return outcome;
  }

  public String getMessage() {
    return message;
  }
}
