package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostPriority;
import dev.drumbeat.host.issue.HostStatus;

/** Types, priorities and statuses as Jira prints them. */
record ChoiceJson(Links links) {

  ObjectNode of(HostIssueType type) {
    return named("issuetype", type.getId(), type.getName()).put("subtask", false);
  }

  ObjectNode of(HostPriority priority) {
    return named("priority", priority.getId(), priority.getName());
  }

  ObjectNode of(HostStatus status) {
    ObjectNode json = named("status", status.getId(), status.getName());
    json.set("statusCategory", category(status));
    return json;
  }

  /** Jira's three categories; their ids and colours are the same everywhere. */
  ObjectNode category(HostStatus status) {
    return switch (status) {
      case TO_DO -> category(2, "new", "default", "To Do");
      case IN_PROGRESS -> category(4, "indeterminate", "inprogress", "In Progress");
      case DONE -> category(3, "done", "success", "Done");
    };
  }

  private ObjectNode category(int id, String key, String color, String name) {
    return Json.object()
        .put("self", links.api("statuscategory/" + id))
        .put("id", id)
        .put("key", key)
        .put("colorName", color)
        .put("name", name);
  }

  private ObjectNode named(String resource, String id, String name) {
    return Json.object()
        .put("self", links.api(resource + "/" + id))
        .put("id", id)
        .put("description", "")
        .put("iconUrl", "")
        .put("name", name);
  }
}
