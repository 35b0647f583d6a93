package dev.drumbeat.audience;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template may know of an issue, all of it text. The fields are those with a value: {@code
 * description}, {@code priority}, {@code dueDate} (ISO), {@code labels}, and each custom field both
 * by its id, {@code customfield_10000}, and by its name in camelCase.
 */
public record IssueFacts(
    long id,
    String key,
    String summary,
    String status,
    String type,
    String projectKey,
    @Nullable String assigneeName,
    @Nullable String reporterName,
    Map<String, String> fields) {

  public IssueFacts {
    fields = Map.copyOf(fields);
  }

  /** The fields that every issue has, by their names. */
  static final Set<String> OF_EVERY_ISSUE =
      Set.of("key", "summary", "status", "type", "project", "assignee", "reporter");

  /** What stands in a field, by the name that templates use; null is nothing. */
  public @Nullable String value(String field) {
    return switch (field) {
      case "key" -> key;
      case "summary" -> summary;
      case "status" -> status;
      case "type" -> type;
      case "project" -> projectKey;
      case "assignee" -> assigneeName;
      case "reporter" -> reporterName;
      default -> fields.get(field);
    };
  }
}
