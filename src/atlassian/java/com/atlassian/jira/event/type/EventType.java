package com.atlassian.jira.event.type;

/** The kinds of issue events. */
public class EventType {
  public static final Long ISSUE_CREATED_ID = 1L;
  public static final Long ISSUE_UPDATED_ID = 2L;
  public static final Long ISSUE_COMMENTED_ID = 6L;
  public static final Long ISSUE_DELETED_ID = 8L;

  private EventType() {}
}
