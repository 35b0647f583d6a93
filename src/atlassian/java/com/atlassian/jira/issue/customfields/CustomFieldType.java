package com.atlassian.jira.issue.customfields;

/** What a custom field can hold. */
public interface CustomFieldType {
  String getKey();
}
