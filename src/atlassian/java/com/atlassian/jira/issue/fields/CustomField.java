package com.atlassian.jira.issue.fields;

import com.atlassian.jira.issue.customfields.CustomFieldType;

/** A custom field; its id reads customfield_10000. */
public interface CustomField {
  String getId();

  String getName();

  CustomFieldType getCustomFieldType();
}
