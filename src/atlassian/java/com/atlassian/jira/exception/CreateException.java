package com.atlassian.jira.exception;

/** Something could not be made. */
public class CreateException extends Exception {
  private static final long serialVersionUID = 1;

  public CreateException(String message) {
    super(message);
  }
}
