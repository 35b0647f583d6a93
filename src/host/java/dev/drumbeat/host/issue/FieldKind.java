package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.customfields.CustomFieldType;
import dev.drumbeat.host.user.HostUser;
import java.time.LocalDate;

/** The kinds of custom fields, by Jira's keys, and where their values are stored. */
public enum FieldKind implements CustomFieldType<Object, Object> {
  /** A line of up to 255 characters. */
  TEXT("textfield", String.class, "TEXT_VALUE"),
  /** A day without a time. */
  DATE("datepicker", LocalDate.class, "DATE_VALUE"),
  NUMBER("float", Double.class, "NUMBER_VALUE"),
  USER("userpicker", HostUser.class, "TEXT_VALUE");

  private final String type;
  private final Class<?> valueType;
  private final String column;

  FieldKind(String type, Class<?> valueType, String column) {
    this.type = type;
    this.valueType = valueType;
    this.column = column;
  }

  @Override
  public String getKey() {
    return "com.atlassian.jira.plugin.system.customfieldtypes:" + type;
  }

  /** The Java type of the values that the host keeps. */
  Class<?> valueType() {
    return valueType;
  }

  /** The column of HOST_CUSTOM_VALUE that holds them. */
  String column() {
    return column;
  }
}
