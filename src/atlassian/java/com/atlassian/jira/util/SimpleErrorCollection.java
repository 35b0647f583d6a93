package com.atlassian.jira.util;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plain form of an error collection. */
public class SimpleErrorCollection implements ErrorCollection {
  private final List<String> messages = new ArrayList<>();
  private final Map<String, String> errors = new LinkedHashMap<>();

  public SimpleErrorCollection() {}

  @Override
  public void addError(String field, String message) {
    errors.put(field, message);
  }

  @Override
  public void addErrorMessage(String message) {
    messages.add(message);
  }

  @Override
  public Collection<String> getErrorMessages() {
    return messages;
  }

  @Override
  public Map<String, String> getErrors() {
    return errors;
  }

  @Override
  public boolean hasAnyErrors() {
    return !messages.isEmpty() || !errors.isEmpty();
  }
}
