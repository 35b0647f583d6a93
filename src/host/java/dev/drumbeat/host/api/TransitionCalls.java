package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.Tracker;

/** An issue's way through the workflow. */
final class TransitionCalls {

  private final Tracker tracker;

  TransitionCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  void addTo(Routes routes) {
    routes.on("GET", "issue/*/transitions", this::list).on("POST", "issue/*/transitions", this::go);
  }

  private ApiAnswer list(Call call) {
    Visible.issue(tracker, call);
    ObjectNode json = Json.object().put("expand", "transitions");
    json.set("transitions", new TransitionJson(call.links()).all());
    return ApiAnswer.ok(json);
  }

  private ApiAnswer go(Call call) {
    JsonNode id = call.body().path("transition").path("id");
    HostIssue issue = Visible.issue(tracker, call);
    if (id.isMissingNode()) {
      return ApiAnswer.refused(400, "Missing 'transition' identifier");
    }
    HostStatus to =
        TransitionJson.to(id.asText())
            .orElseThrow(
                () ->
                    new Refusal(
                        ApiAnswer.refused(
                            400,
                            "Transition id '%s' is not valid for this issue."
                                .formatted(id.asText()))));
    tracker.issues().update(call.user(), issue, now -> now.withStatus(to));
    return ApiAnswer.done();
  }
}
