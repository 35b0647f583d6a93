package dev.drumbeat.audience;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.user.ApplicationUser;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;

/** The value of a field as text: a user by name, a day as ISO, several values with commas. */
final class FieldText {

  private FieldText() {}

  static String of(Object value) {
    if (value instanceof ApplicationUser user) {
      return user.getDisplayName();
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(FieldText::of).collect(joining(", "));
    }
    if (value instanceof Date day) {
      // The host keeps a day as its midnight in the zone of the server.
      return day.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
