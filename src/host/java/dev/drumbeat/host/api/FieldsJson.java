package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.issue.CustomFields;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostPriority;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields that a client writes, as Jira takes them. */
final class FieldsJson {

  private final Users users;
  private final CustomFields customFields;

  FieldsJson(Users users, CustomFields customFields) {
    this.users = users;
    this.customFields = customFields;
  }

  /** The fields with what the client wrote; refuses a field that is not there by its name. */
  IssueFields apply(IssueFields before, JsonNode written) {
    IssueFields fields = before;
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      fields = apply(fields, field.getKey(), field.getValue());
    }
    return fields;
  }

  private IssueFields apply(IssueFields to, String name, JsonNode value) {
    return switch (name) {
      case "project" -> to;
      case "summary" -> to.withSummary(value.asText());
      case "description" -> to.withDescription(value.isNull() ? null : value.asText());
      case "issuetype" -> to.withType(there(name, HostIssueType.find(named(value))));
      case "status" -> to.withStatus(there(name, HostStatus.find(named(value))));
      case "priority" -> to.withPriority(there(name, HostPriority.find(named(value))));
      case "reporter" -> to.withReporter(user(name, value));
      case "assignee" -> to.withAssignee(user(name, value));
      case "labels" -> to.withLabels(texts(value));
      case "duedate" -> to.withDueOn(day(name, value));
      default -> custom(to, name, value);
    };
  }

  private IssueFields custom(IssueFields to, String name, JsonNode value) {
    HostField field = customFields.getCustomFieldObject(name);
    if (field == null) {
      throw new WrongField(name, "Field '" + name + "' cannot be set, it is unknown.");
    }
    return to.with(
        field,
        value.isNull()
            ? null
            : switch (field.kind()) {
              case TEXT -> value.asText();
              case NUMBER -> value.asDouble();
              case DATE -> day(name, value);
              case USER -> user(name, value);
            });
  }

  private static String named(JsonNode value) {
    return value.path("name").asText(value.path("id").asText(""));
  }

  private static <A> A there(String name, Optional<A> found) {
    return found.orElseThrow(() -> new WrongField(name, "There is no such " + name + "."));
  }

  private HostUser user(String field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return there(field, Optional.ofNullable(users.getUserByName(named(value))));
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static LocalDate day(String field, JsonNode value) {
    try {
      return value.isNull() ? null : LocalDate.parse(value.asText());
    } catch (DateTimeParseException e) {
      throw new WrongField(field, "Expected a day such as 2026-12-31, not " + value.asText() + ".");
    }
  }
}
