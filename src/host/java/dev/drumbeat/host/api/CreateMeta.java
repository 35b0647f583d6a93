package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostProject;

/** What a field takes when an issue is made, as Jira prints it. */
record CreateMeta(Links links, HostProject project, ArrayNode types, ArrayNode priorities) {

  ObjectNode of(SystemField field) {
    ObjectNode json = of(field.id(), field.title(), field.isRequired(), field.schema());
    json.put("hasDefaultValue", field == SystemField.PRIORITY || field == SystemField.REPORTER);
    switch (field) {
      case PROJECT -> json.putArray("allowedValues").add(new ProjectJson(links).of(project));
      case ISSUE_TYPE -> json.set("allowedValues", types);
      case PRIORITY -> json.set("allowedValues", priorities);
      case LABELS -> json.withArray("operations").add("add").add("remove");
      default -> {}
    }
    return json;
  }

  ObjectNode of(HostField field) {
    return of(field.getId(), field.name(), false, FieldJson.schema(field))
        .put("hasDefaultValue", false);
  }

  private static ObjectNode of(String id, String name, boolean required, ObjectNode schema) {
    ObjectNode json = Json.object().put("required", required);
    json.set("schema", schema);
    json.put("name", name).put("fieldId", id).putArray("operations").add("set");
    return json;
  }
}
