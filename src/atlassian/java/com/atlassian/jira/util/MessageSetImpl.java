package com.atlassian.jira.util;

import java.util.LinkedHashSet;
import java.util.Set;

/** The plain form of a message set. */
public class MessageSetImpl implements MessageSet {
  private final Set<String> errors = new LinkedHashSet<>();

  public MessageSetImpl() {}

  @Override
  public Set<String> getErrorMessages() {
    return errors;
  }

  @Override
  public void addErrorMessage(String message) {
    errors.add(message);
  }

  @Override
  public boolean hasAnyErrors() {
    return !errors.isEmpty();
  }
}
