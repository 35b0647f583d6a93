package dev.drumbeat.audience;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an issue into the texts that templates may use. */
final class FactsReader {

  private final CustomFieldManager customFields;

  FactsReader(CustomFieldManager customFields) {
    this.customFields = customFields;
  }

  IssueFacts read(Issue issue) {
    return new IssueFacts(
        issue.getId(),
        issue.getKey(),
        issue.getSummary(),
        issue.getStatus().getName(),
        issue.getIssueType().getName(),
        issue.getProjectObject().getKey(),
        name(issue.getAssignee()),
        name(issue.getReporter()),
        fields(issue));
  }

  private Map<String, String> fields(Issue issue) {
    Map<String, String> fields = new LinkedHashMap<>();
    Priority priority = issue.getPriority();
    Timestamp dueDate = issue.getDueDate();
    put(fields, "description", issue.getDescription());
    put(fields, "priority", priority == null ? null : priority.getName());
    put(fields, "dueDate", dueDate == null ? null : FieldText.of(dueDate));
    put(fields, "labels", issue.getLabels().stream().map(Label::getLabel).collect(joining(", ")));
    for (CustomField field : customFields.getCustomFieldObjects()) {
      Object value = issue.getCustomFieldValue(field);
      String text = value == null ? null : FieldText.of(value);
      put(fields, field.getId(), text);
      put(fields, FieldNames.camelCase(field.getName()), text);
    }
    return fields;
  }

  Set<String> fieldNames() {
    Set<String> names =
        new LinkedHashSet<>(List.of("description", "priority", "dueDate", "labels"));
    for (CustomField field : customFields.getCustomFieldObjects()) {
      names.add(field.getId());
      names.add(FieldNames.camelCase(field.getName()));
    }
    names.remove("");
    return names;
  }

  /** What Jira itself brings wins over a custom field of the same name. */
  private static void put(Map<String, String> fields, String name, @Nullable String text) {
    if (!name.isEmpty() && text != null && !text.isBlank()) {
      fields.putIfAbsent(name, text);
    }
  }

  private static @Nullable String name(@Nullable ApplicationUser user) {
    return user == null ? null : user.getDisplayName();
  }

  /** What people call each custom field, by its name in camelCase or else by its id. */
  Map<String, String> customFieldNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (CustomField field : customFields.getCustomFieldObjects()) {
      String name = FieldNames.camelCase(field.getName());
      names.putIfAbsent(name.isEmpty() ? field.getId() : name, field.getName());
    }
    return names;
  }

  /** What people call each custom field, by its id. */
  Map<String, String> customFieldIds() {
    Map<String, String> names = new LinkedHashMap<>();
    customFields
        .getCustomFieldObjects()
        .forEach(field -> names.put(field.getId(), field.getName()));
    return names;
  }
}
