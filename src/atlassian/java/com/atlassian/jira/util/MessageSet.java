package com.atlassian.jira.util;

import java.util.Set;

/** Messages that a check leaves behind. */
public interface MessageSet {
  Set<String> getErrorMessages();

  void addErrorMessage(String message);

  boolean hasAnyErrors();
}
