package dev.drumbeat.audience;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an issue that hold a day, with or without a time. */
final class DateFields {

  /** The day by which an issue is due. */
  static final String DUE_DATE = "dueDate";

  private static final String SYSTEM = "com.atlassian.jira.plugin.system.customfieldtypes:";
  private static final Set<String> TYPES = Set.of(SYSTEM + "datepicker", SYSTEM + "datetime");

  private final CustomFieldManager customFields;

  DateFields(CustomFieldManager customFields) {
    this.customFields = customFields;
  }

  /** What people call each, by its id; the one that every issue has comes first, without a name. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(DUE_DATE, "");
    for (CustomField field : customFields.getCustomFieldObjects()) {
      if (TYPES.contains(field.getCustomFieldType().getKey())) {
        names.put(field.getId(), field.getName());
      }
    }
    return names;
  }

  Optional<LocalDate> read(Issue issue, String field) {
    if (field.equals(DUE_DATE)) {
      return day(issue.getDueDate());
    }
    return customFields.getCustomFieldObjects().stream()
        .filter(custom -> custom.getId().equals(field))
        .findFirst()
        .flatMap(custom -> day(issue.getCustomFieldValue(custom)));
  }

  /** The host keeps a day as its midnight in the zone of the server. */
  private static Optional<LocalDate> day(@Nullable Object value) {
    return value instanceof Date date
        ? Optional.of(date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate())
        : Optional.empty();
  }
}
