package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostProject;

/** Projects as Jira prints them. */
record ProjectJson(Links links) {

  /** As a field of an issue. */
  ObjectNode of(HostProject project) {
    ObjectNode json =
        Json.object()
            .put("self", links.api("project/" + project.id()))
            .put("id", project.id().toString())
            .put("key", project.key())
            .put("name", project.name())
            .put("projectTypeKey", "business");
    json.set("avatarUrls", links.avatars("projectavatar"));
    return json;
  }

  /** As a line of the list of all. */
  ObjectNode line(HostProject project) {
    return of(project).put("expand", "description,lead,url,projectKeys").put("archived", false);
  }

  /** All about it. */
  ObjectNode whole(HostProject project) {
    ObjectNode json = line(project).put("description", "").put("assigneeType", "UNASSIGNED");
    json.set("lead", PersonJson.of(project.lead(), links));
    json.set("issueTypes", Json.array(HostIssueType.standard(), new ChoiceJson(links)::of));
    json.putArray("components");
    json.putArray("versions");
    json.putObject("roles");
    return json;
  }
}
