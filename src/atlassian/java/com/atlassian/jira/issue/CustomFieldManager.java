package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import java.util.List;

/** The custom fields of the instance. */
public interface CustomFieldManager {
  CustomField getCustomFieldObject(String id);

  List<CustomField> getCustomFieldObjects();
}
