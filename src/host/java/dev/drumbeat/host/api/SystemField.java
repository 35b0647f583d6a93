package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The fields that every issue has, in the words of Jira. */
enum SystemField {
  SUMMARY("summary", "Summary", "string", true),
  ISSUE_TYPE("issuetype", "Issue Type", "issuetype", true),
  PROJECT("project", "Project", "project", true),
  DESCRIPTION("description", "Description", "string", true),
  PRIORITY("priority", "Priority", "priority", true),
  REPORTER("reporter", "Reporter", "user", true),
  ASSIGNEE("assignee", "Assignee", "user", true),
  LABELS("labels", "Labels", "array", true),
  DUE_DATE("duedate", "Due Date", "date", true),
  STATUS("status", "Status", "status", false),
  RESOLUTION("resolution", "Resolution", "resolution", false),
  CREATED("created", "Created", "datetime", false),
  UPDATED("updated", "Updated", "datetime", false),
  COMMENT("comment", "Comment", "comments-page", false);

  private final String id;
  private final String title;
  private final String type;
  private final boolean settable;

  SystemField(String id, String title, String type, boolean settable) {
    this.id = id;
    this.title = title;
    this.type = type;
    this.settable = settable;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Whether it is on the screens to create and edit an issue. */
  boolean isSettable() {
    return settable;
  }

  /** Whether the list of issues can show it, so that a search answers it unasked. */
  boolean isNavigable() {
    return this != COMMENT;
  }

  /** Whether an issue cannot be made without. */
  boolean isRequired() {
    return List.of(SUMMARY, ISSUE_TYPE, PROJECT).contains(this);
  }

  /** Its names in queries; none where the host cannot search by it. */
  List<String> clauseNames() {
    return switch (this) {
      case ISSUE_TYPE -> List.of("issuetype", "type");
      case CREATED -> List.of("created", "createdDate");
      case UPDATED -> List.of("updated", "updatedDate");
      case DUE_DATE -> List.of("due", "duedate");
      case RESOLUTION, COMMENT -> List.of();
      default -> List.of(id);
    };
  }

  ObjectNode schema() {
    ObjectNode schema = Json.object().put("type", type);
    return (this == LABELS ? schema.put("items", "string") : schema).put("system", id);
  }
}
