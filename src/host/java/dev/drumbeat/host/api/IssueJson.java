package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.user.HostUser;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Issues as Jira prints them: every field that was asked for, null where it has no value.
 *
 * @param comments what to read when the comments are wanted
 */
record IssueJson(
    Links links,
    List<HostField> custom,
    Selection selection,
    Set<String> expand,
    Function<HostIssue, List<HostComment>> comments) {

  private static final String EXPANDABLE = "names,schema,transitions";

  ObjectNode of(HostIssue issue) {
    ObjectNode json =
        Json.object()
            .put("expand", EXPANDABLE)
            .put("id", issue.id().toString())
            .put("self", links.issue(issue.id()))
            .put("key", issue.key());
    ObjectNode fields = json.putObject("fields");
    for (SystemField field : SystemField.values()) {
      if (selection.has(field)) {
        fields.set(field.id(), value(field, issue));
      }
    }
    custom.stream()
        .filter(field -> selection.has(field.getId(), true))
        .forEach(field -> fields.set(field.getId(), value(field, issue.fields())));
    if (expand.contains("transitions")) {
      json.set("transitions", new TransitionJson(links).all());
    }
    return json;
  }

  /** Adds what the fields are called, and what they hold, where that was asked for. */
  ObjectNode explained(ObjectNode json) {
    FieldJson print = new FieldJson(custom);
    if (expand.contains("names")) {
      json.set("names", print.names(selection));
    }
    if (expand.contains("schema")) {
      json.set("schema", print.schemas(selection));
    }
    return json;
  }

  private JsonNode value(SystemField field, HostIssue issue) {
    IssueFields fields = issue.fields();
    ChoiceJson choice = new ChoiceJson(links);
    return switch (field) {
      case SUMMARY -> text(fields.summary());
      case DESCRIPTION -> text(fields.description());
      case PROJECT -> new ProjectJson(links).of(issue.project());
      case ISSUE_TYPE -> choice.of(fields.type());
      case STATUS -> choice.of(fields.status());
      case PRIORITY -> choice.of(fields.priority());
      case REPORTER -> PersonJson.of(fields.reporter(), links);
      case ASSIGNEE -> PersonJson.of(fields.assignee(), links);
      case LABELS -> labels(fields);
      case DUE_DATE -> text(fields.dueOn());
      case CREATED -> text(Json.moment(issue.createdAt()));
      case UPDATED -> text(Json.moment(issue.updatedAt()));
      case COMMENT -> comments(issue);
      case RESOLUTION -> null;
    };
  }

  private JsonNode value(HostField field, IssueFields fields) {
    Object value = fields.value(field);
    if (value == null) {
      return null;
    }
    return switch (field.kind()) {
      case USER -> PersonJson.of((HostUser) value, links);
      case NUMBER -> JsonNodeFactory.instance.numberNode((Double) value);
      case TEXT, DATE -> text(value);
    };
  }

  private ObjectNode comments(HostIssue issue) {
    List<HostComment> all = comments.apply(issue);
    return new CommentJson(links).page(all, 0, all.size());
  }

  private static ArrayNode labels(IssueFields fields) {
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    fields.labels().forEach(labels::add);
    return labels;
  }

  private static JsonNode text(Object value) {
    return value == null ? null : JsonNodeFactory.instance.textNode(value.toString());
  }
}
