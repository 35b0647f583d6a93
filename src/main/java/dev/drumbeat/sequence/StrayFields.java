package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses of a mail what only tasks have, and the other way round. */
final class StrayFields {

  private StrayFields() {}

  static void refuse(String path, StepDraft draft, Problems problems) {
    String why = draft.isTask() ? "drumbeat.step.only-of-mail" : "drumbeat.step.only-of-task";
    (draft.isTask() ? ofMail(draft) : ofTask(draft))
        .forEach((field, value) -> note(path + field, value, why, problems));
  }

  private static void note(String field, @Nullable Object value, String why, Problems problems) {
    boolean isEmpty = value == null || (value instanceof String text && text.isBlank());
    if (!isEmpty) {
      problems.add(field, why);
    }
  }

  private static Map<String, @Nullable Object> ofMail(StepDraft draft) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("subject", draft.subject());
    fields.put("html", draft.html());
    fields.put("text", draft.text());
    fields.put("variants", draft.variants());
    return fields;
  }

  private static Map<String, @Nullable Object> ofTask(StepDraft draft) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("summary", draft.summary());
    fields.put("description", draft.description());
    fields.put("issueType", draft.issueType());
    fields.put("assignee", draft.assignee());
    fields.put("project", draft.project());
    fields.put("hold", draft.hold());
    return fields;
  }
}
