package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.issue.CustomFields;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostPriority;
import dev.drumbeat.host.issue.InvalidFieldException;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.user.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields that a client writes, as Jira takes them; says all that is wrong at once. */
final class FieldsJson {

  private final CustomFields customFields;
  private final ValueJson values;

  FieldsJson(Users users, CustomFields customFields) {
    this.customFields = customFields;
    this.values = new ValueJson(users);
  }

  /** The fields of a new issue of a project that was found already. */
  IssueFields create(JsonNode written) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (written.path("summary").isMissingNode()) {
      errors.put("summary", "You must specify a summary of the issue.");
    }
    if (written.path("issuetype").isMissingNode()) {
      errors.put("issuetype", "issue type is required");
    }
    return apply(IssueFields.of("new"), written, List.of("project"), errors);
  }

  /** The fields as the client wants them; the project of an issue stays. */
  IssueFields update(IssueFields before, JsonNode written) {
    return apply(before, written, List.of(), new LinkedHashMap<>());
  }

  private IssueFields apply(
      IssueFields before, JsonNode written, List<String> ignored, Map<String, String> errors) {
    IssueFields fields = before;
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      try {
        if (!ignored.contains(field.getKey())) {
          fields = apply(fields, field.getKey(), field.getValue());
        }
      } catch (InvalidFieldException e) {
        errors.put(e.field(), e.getMessage());
      } catch (IllegalArgumentException e) {
        errors.put(field.getKey(), e.getMessage());
      }
    }
    if (!errors.isEmpty()) {
      throw new Refusal(ApiAnswer.wrong(errors));
    }
    return fields;
  }

  private IssueFields apply(IssueFields to, String name, JsonNode value) {
    return switch (name) {
      case "summary" -> to.withSummary(values.text(value));
      case "description" -> to.withDescription(values.text(value));
      case "issuetype" ->
          to.withType(
              HostIssueType.find(values.choice(value))
                  .filter(type -> !type.isSubTask())
                  .orElseThrow(() -> wrong("The issue type selected is invalid.")));
      case "priority" ->
          to.withPriority(
              HostPriority.find(values.choice(value))
                  .orElseThrow(() -> wrong("The priority selected is invalid.")));
      case "reporter" -> to.withReporter(values.user(value));
      case "assignee" -> to.withAssignee(values.user(value));
      case "labels" -> to.withLabels(values.texts(value));
      case "duedate" -> to.withDueOn(values.day(value));
      default -> custom(to, name, value);
    };
  }

  private IssueFields custom(IssueFields to, String name, JsonNode value) {
    HostField field = customFields.getCustomFieldObject(name);
    if (field == null) {
      throw wrong(
          "Field '%s' cannot be set. It is not on the appropriate screen, or unknown."
              .formatted(name));
    }
    return to.with(
        field,
        switch (field.kind()) {
          case TEXT -> values.text(value);
          case NUMBER -> values.number(value);
          case DATE -> values.day(value);
          case USER -> values.user(value);
        });
  }

  /** What the verbs of {@code update} mean, as fields to set: labels know more than set. */
  IssueFields verbs(IssueFields before, JsonNode update) {
    IssueFields fields = before;
    for (Map.Entry<String, JsonNode> field : update.properties()) {
      if (!field.getValue().isArray()) {
        throw Refusal.of(field.getKey(), "data was not an array");
      }
      for (JsonNode operation : field.getValue()) {
        for (Map.Entry<String, JsonNode> verb : operation.properties()) {
          fields = verb(fields, field.getKey(), verb.getKey(), verb.getValue());
        }
      }
    }
    return fields;
  }

  private IssueFields verb(IssueFields to, String field, String verb, JsonNode value) {
    if (verb.equals("set")) {
      return update(to, Json.object().set(field, value));
    }
    if (!field.equals("labels") || !List.of("add", "remove").contains(verb)) {
      throw Refusal.of(
          field, "Field with id '%s' does not support operation '%s'".formatted(field, verb));
    }
    if (!value.isTextual()) {
      throw Refusal.of(field, "string expected");
    }
    List<String> labels = new ArrayList<>(to.labels());
    if (verb.equals("add")) {
      labels.add(value.asText());
    } else {
      labels.remove(value.asText());
    }
    return to.withLabels(labels);
  }

  private static IllegalArgumentException wrong(String message) {
    return new IllegalArgumentException(message);
  }
}
