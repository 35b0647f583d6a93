package dev.drumbeat.host.issue;

import java.time.Instant;

/**
 * An issue to be made.
 *
 * @param createdAt when it came to be, for those that are older than the host; null for now
 */
public record NewIssue(String projectKey, IssueFields fields, Instant createdAt) {

  /** An issue that comes to be now. */
  public NewIssue(String projectKey, IssueFields fields) {
    this(projectKey, fields, null);
  }
}
