package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostField;
import java.util.List;

/** Fields as Jira prints them. */
record FieldJson(List<HostField> custom) {

  /** All of them, the key among them. */
  ArrayNode all() {
    ArrayNode all = Json.array(List.of(SystemField.values()), FieldJson::line);
    all.add(key());
    custom.forEach(field -> all.add(line(field)));
    return all;
  }

  ObjectNode names(Selection selection) {
    ObjectNode names = Json.object();
    for (SystemField field : SystemField.values()) {
      if (selection.has(field)) {
        names.put(field.id(), field.title());
      }
    }
    shown(selection).forEach(field -> names.put(field.getId(), field.name()));
    return names;
  }

  ObjectNode schemas(Selection selection) {
    ObjectNode schemas = Json.object();
    for (SystemField field : SystemField.values()) {
      if (selection.has(field)) {
        schemas.set(field.id(), field.schema());
      }
    }
    shown(selection).forEach(field -> schemas.set(field.getId(), schema(field)));
    return schemas;
  }

  static ObjectNode schema(HostField field) {
    String type =
        switch (field.kind()) {
          case TEXT -> "string";
          case DATE -> "date";
          case NUMBER -> "number";
          case USER -> "user";
        };
    return Json.object()
        .put("type", type)
        .put("custom", field.getCustomFieldType().getKey())
        .put("customId", field.number());
  }

  private List<HostField> shown(Selection selection) {
    return custom.stream().filter(field -> selection.has(field.getId(), true)).toList();
  }

  private static ObjectNode line(SystemField field) {
    ObjectNode line = line(field.id(), field.title(), field.clauseNames());
    line.put("orderable", field.isSettable()).put("navigable", field.isNavigable());
    line.set("schema", field.schema());
    return line;
  }

  private static ObjectNode line(HostField field) {
    List<String> clauseNames = List.of("cf[" + field.number() + "]", field.name());
    ObjectNode line = line(field.getId(), field.name(), clauseNames);
    line.put("custom", true).put("orderable", true).put("navigable", true);
    line.set("schema", schema(field));
    return line;
  }

  private static ObjectNode key() {
    return line("issuekey", "Key", List.of("id", "issue", "issuekey", "key"))
        .put("orderable", false)
        .put("navigable", true);
  }

  private static ObjectNode line(String id, String name, List<String> clauseNames) {
    ObjectNode line = Json.object().put("id", id).put("name", name).put("custom", false);
    clauseNames.forEach(line.putArray("clauseNames")::add);
    return line.put("searchable", !clauseNames.isEmpty());
  }
}
