package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.Tracker;
import java.util.Set;

/** The calls about one issue, always under the rights of the user who calls. */
final class IssueCalls {

  private final Tracker tracker;
  private final FieldsJson fields;

  IssueCalls(Tracker tracker, FieldsJson fields) {
    this.tracker = tracker;
    this.fields = fields;
  }

  void addTo(Routes routes) {
    routes
        .on("POST", "issue", this::create)
        .open("GET", "issue/*", this::get)
        .on("PUT", "issue/*", this::update)
        .on("DELETE", "issue/*", this::delete)
        .on("PUT", "issue/*/assignee", this::assign);
  }

  private ApiAnswer create(Call call) {
    JsonNode body = call.body();
    JsonNode written = Call.object(body, "fields");
    HostProject project = project(call, written.path("project"));
    IssueFields wanted = fields.verbs(fields.create(written), Call.object(body, "update"));
    HostIssue issue = tracker.issues().create(call.user(), project, wanted);
    return ApiAnswer.created(
        Json.object()
            .put("id", issue.id().toString())
            .put("key", issue.key())
            .put("self", call.links().issue(issue.id())));
  }

  private HostProject project(Call call, JsonNode written) {
    String called = written.path(written.has("key") ? "key" : "id").asText();
    if (called.isEmpty()) {
      throw Refusal.of("project", "project is required");
    }
    return Visible.project(tracker, call.user(), called)
        .orElseThrow(() -> Refusal.of("project", "valid project is required"));
  }

  private ApiAnswer get(Call call) {
    HostIssue issue = Visible.issue(tracker, call);
    IssueJson print =
        new IssueJson(
            call.links(),
            tracker.customFields().all(),
            Selection.of(call.list("fields"), "*all"),
            Set.copyOf(call.list("expand")),
            i -> tracker.comments().visible(call.user(), i));
    ObjectNode json = print.of(issue);
    return ApiAnswer.ok(print.explained(json));
  }

  private ApiAnswer update(Call call) {
    JsonNode body = call.body();
    JsonNode set = Call.object(body, "fields");
    JsonNode verbs = Call.object(body, "update");
    HostIssue issue = Visible.issue(tracker, call);
    if (!set.isObject() && !verbs.isObject()) {
      return ApiAnswer.refused(400, "one of 'fields' or 'update' required");
    }
    tracker
        .issues()
        .update(call.user(), issue, now -> fields.verbs(fields.update(now, set), verbs));
    return ApiAnswer.done();
  }

  /** A body without a name leaves the issue to nobody. */
  private ApiAnswer assign(Call call) {
    JsonNode assignee = Json.object().set("assignee", call.body());
    HostIssue issue = Visible.issue(tracker, call);
    tracker.issues().update(call.user(), issue, now -> fields.update(now, assignee));
    return ApiAnswer.done();
  }

  private ApiAnswer delete(Call call) {
    tracker.issues().delete(call.user(), Visible.issue(tracker, call));
    return ApiAnswer.done();
  }
}
