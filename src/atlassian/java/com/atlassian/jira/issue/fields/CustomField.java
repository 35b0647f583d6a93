package com.atlassian.jira.issue.fields;

/** A custom field; its id reads customfield_10000. */
public interface CustomField {
  String getId();

  String getName();
}
