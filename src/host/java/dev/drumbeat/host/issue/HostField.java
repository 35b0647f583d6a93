package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;

/** A custom field; every issue of every project may have a value for it. */
public record HostField(long number, String name, FieldKind kind)
    implements CustomField, Comparable<HostField> {

  /** For example {@code customfield_10000}. */
  @Override
  public String getId() {
    return "customfield_" + number;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public CustomFieldType getCustomFieldType() {
    return kind::typeKey;
  }

  @Override
  public int compareTo(HostField other) {
    return Long.compare(number, other.number);
  }
}
