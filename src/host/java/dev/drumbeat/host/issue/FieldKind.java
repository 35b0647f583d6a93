package dev.drumbeat.host.issue;

import dev.drumbeat.host.user.HostUser;
import java.time.LocalDate;

/** The kinds of custom fields, and where their values are stored. */
public enum FieldKind {
  /** A line of up to 255 characters. */
  TEXT(String.class, "TEXT_VALUE", "textfield"),
  /** A day without a time. */
  DATE(LocalDate.class, "DATE_VALUE", "datepicker"),
  NUMBER(Double.class, "NUMBER_VALUE", "float"),
  USER(HostUser.class, "TEXT_VALUE", "userpicker");

  private final Class<?> valueType;
  private final String column;
  private final String type;

  FieldKind(Class<?> valueType, String column, String type) {
    this.valueType = valueType;
    this.column = column;
    this.type = type;
  }

  /** How Jira calls the type of such fields. */
  String typeKey() {
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
