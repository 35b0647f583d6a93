package com.atlassian.jira.issue.resolution;

/** How an issue was resolved. */
public interface Resolution {}
