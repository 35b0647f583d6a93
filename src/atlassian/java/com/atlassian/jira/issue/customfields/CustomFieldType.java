package com.atlassian.jira.issue.customfields;

/** The kind of a custom field. */
public interface CustomFieldType<T, S> {
  String getKey();
}
