package com.atlassian.jira.issue.search;

/** The search could not be run. */
public class SearchException extends Exception {
  private static final long serialVersionUID = 1;

  public SearchException(String message) {
    super(message);
  }
}
