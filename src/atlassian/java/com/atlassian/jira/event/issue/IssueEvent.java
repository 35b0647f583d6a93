package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/** Something happened to an issue; delivered on the thread that caused it. */
public class IssueEvent {
  private final Issue issue;
  private final ApplicationUser user;
  private final Long eventTypeId;

  public IssueEvent(Issue issue, ApplicationUser user, Long eventTypeId) {
    this.issue = issue;
    this.user = user;
    this.eventTypeId = eventTypeId;
  }

  public Issue getIssue() {
    return issue;
  }

  public ApplicationUser getUser() {
    return user;
  }

  public Long getEventTypeId() {
    return eventTypeId;
  }
}
