package dev.drumbeat.host.api;

import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Issues and comments as Jira prints them. */
final class IssueJson {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  private IssueJson() {}

  static ObjectNode of(HostIssue issue) {
    ObjectNode json = object().put("id", issue.id().toString()).put("key", issue.key());
    ObjectNode all = json.putObject("fields");
    IssueFields fields = issue.fields();
    all.put("summary", fields.summary());
    all.put("description", fields.description());
    all.putObject("project").put("key", issue.project().key()).put("name", issue.project().name());
    named(all, "issuetype", fields.type().getId(), fields.type().getName());
    named(all, "status", fields.status().getId(), fields.status().getName());
    named(all, "priority", fields.priority().getId(), fields.priority().getName());
    all.set("reporter", user(fields.reporter()));
    all.set("assignee", user(fields.assignee()));
    fields.labels().forEach(all.putArray("labels")::add);
    all.put("duedate", fields.dueOn() == null ? null : fields.dueOn().toString());
    all.put("created", moment(issue.createdAt()));
    all.put("updated", moment(issue.updatedAt()));
    fields.values().forEach((field, value) -> custom(all, field, value));
    return json;
  }

  private static void named(ObjectNode in, String field, String id, String name) {
    in.putObject(field).put("id", id).put("name", name);
  }

  private static void custom(ObjectNode in, HostField field, Object value) {
    if (value instanceof ApplicationUser user) {
      in.set(field.getId(), user(user));
    } else if (value instanceof Double number) {
      in.put(field.getId(), number);
    } else {
      in.put(field.getId(), value.toString());
    }
  }

  static ObjectNode user(ApplicationUser user) {
    return user == null
        ? null
        : object()
            .put("name", user.getUsername())
            .put("key", user.getKey())
            .put("displayName", user.getDisplayName())
            .put("emailAddress", user.getEmailAddress());
  }

  static ObjectNode of(HostComment comment) {
    ObjectNode json = object().put("id", comment.id().toString()).put("body", comment.body());
    json.set("author", user(comment.author()));
    json.put("created", moment(comment.createdAt()));
    if (comment.groupLevel() != null) {
      json.putObject("visibility").put("type", "group").put("value", comment.groupLevel());
    }
    return json;
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
