package dev.drumbeat.audience;

import java.util.Map;
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
}
