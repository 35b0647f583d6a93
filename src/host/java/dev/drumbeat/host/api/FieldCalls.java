package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostPriority;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.Tracker;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an issue consists of: its fields, their values, and what a new one needs. */
final class FieldCalls {

  private static final int USUAL = 50;

  private final Tracker tracker;

  FieldCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  void addTo(Routes routes) {
    routes
        .open("GET", "field", c -> ApiAnswer.ok(new FieldJson(tracker.customFields().all()).all()))
        .open("GET", "issuetype", c -> ApiAnswer.ok(types(c)))
        .open("GET", "status", c -> ApiAnswer.ok(statuses(c)))
        .open("GET", "priority", c -> ApiAnswer.ok(priorities(c)))
        .open("GET", "statuscategory", c -> ApiAnswer.ok(categories(c)))
        .open("GET", "statuscategory/*", c -> one(categories(c), c, "status category"))
        .open("GET", "issuetype/*", c -> one(types(c), c, "issue type"))
        .open("GET", "status/*", c -> one(statuses(c), c, "status"))
        .open("GET", "priority/*", c -> one(priorities(c), c, "priority"))
        .on("GET", "issue/createmeta/*/issuetypes", this::typesOfProject)
        .on("GET", "issue/createmeta/*/issuetypes/*", this::fieldsOfType);
  }

  private static ArrayNode types(Call call) {
    return Json.array(HostIssueType.standard(), new ChoiceJson(call.links())::of);
  }

  private static ArrayNode statuses(Call call) {
    return Json.array(List.of(HostStatus.values()), new ChoiceJson(call.links())::of);
  }

  private static ArrayNode categories(Call call) {
    return Json.array(List.of(HostStatus.values()), new ChoiceJson(call.links())::category);
  }

  private static ArrayNode priorities(Call call) {
    return Json.array(List.of(HostPriority.values()), new ChoiceJson(call.links())::of);
  }

  private static ApiAnswer one(ArrayNode all, Call call, String what) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(json -> json.path("id").asText().equals(call.part(0)))
        .findFirst()
        .map(ApiAnswer::ok)
        .orElseGet(
            () ->
                ApiAnswer.refused(
                    404, "The %s with id '%s' does not exist".formatted(what, call.part(0))));
  }

  /** In Jira since 8.4; the older one, with everything at once, is gone since 9.0. */
  private ApiAnswer typesOfProject(Call call) {
    ProjectCalls.find(tracker, call);
    return ApiAnswer.ok(page(types(call), call));
  }

  private ApiAnswer fieldsOfType(Call call) {
    HostProject project = ProjectCalls.find(tracker, call);
    if (HostIssueType.find(call.part(1)).isEmpty()) {
      return ApiAnswer.refused(404, "Issue type with id '" + call.part(1) + "' does not exist.");
    }
    CreateMeta meta = new CreateMeta(call.links(), project, types(call), priorities(call));
    ArrayNode fields =
        Json.array(
            Stream.of(SystemField.values()).filter(SystemField::isSettable).toList(), meta::of);
    tracker.customFields().all().forEach(field -> fields.add(meta.of(field)));
    return ApiAnswer.ok(page(fields, call));
  }

  private static ObjectNode page(ArrayNode all, Call call) {
    int startAt = Math.max(0, call.number("startAt", 0));
    int maxResults = Math.max(0, call.number("maxResults", USUAL));
    ObjectNode page = Json.object().put("maxResults", maxResults).put("startAt", startAt);
    page.put("total", all.size()).put("isLast", startAt + (long) maxResults >= all.size());
    ArrayNode values = page.putArray("values");
    StreamSupport.stream(all.spliterator(), false)
        .skip(startAt)
        .limit(maxResults)
        .forEach(values::add);
    return page;
  }
}
