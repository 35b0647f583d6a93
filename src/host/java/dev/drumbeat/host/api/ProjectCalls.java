package dev.drumbeat.host.api;

import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.Tracker;

/** Projects that the user may browse. */
final class ProjectCalls {

  private final Tracker tracker;

  ProjectCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  void addTo(Routes routes) {
    routes.open("GET", "project", this::list).open("GET", "project/*", this::get);
  }

  private ApiAnswer list(Call call) {
    return ApiAnswer.ok(
        Json.array(Visible.projects(tracker, call.user()), new ProjectJson(call.links())::line));
  }

  private ApiAnswer get(Call call) {
    return ApiAnswer.ok(new ProjectJson(call.links()).whole(find(tracker, call)));
  }

  /** The project by the key or id at the path's first star. */
  static HostProject find(Tracker tracker, Call call) {
    String called = call.part(0);
    String how = called.matches("[0-9]+") ? "id" : "key";
    return Visible.project(tracker, call.user(), called)
        .orElseThrow(
            () ->
                new Refusal(
                    ApiAnswer.refused(
                        404, "No project could be found with " + how + " '" + called + "'.")));
  }
}
