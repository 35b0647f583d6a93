package com.atlassian.jira.issue;

/** An issue that may be changed; the app only reads it. */
public interface MutableIssue extends Issue {}
