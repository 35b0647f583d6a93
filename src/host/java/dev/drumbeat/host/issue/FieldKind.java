package dev.drumbeat.host.issue;

import dev.drumbeat.host.user.HostUser;
import java.time.LocalDate;

/** The kinds of custom fields, and where their values are stored. */
public enum FieldKind {
  /** A line of up to 255 characters. */
  TEXT(String.class, "TEXT_VALUE"),
  /** A day without a time. */
  DATE(LocalDate.class, "DATE_VALUE"),
  NUMBER(Double.class, "NUMBER_VALUE"),
  USER(HostUser.class, "TEXT_VALUE");

  private final Class<?> valueType;
  private final String column;

  FieldKind(Class<?> valueType, String column) {
    this.valueType = valueType;
    this.column = column;
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
