package dev.drumbeat.host.api;

import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.Tracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Comments of one issue: read, one by one or in pages, and added. */
final class CommentCalls {

  /** Jira's own: as good as all of them. */
  private static final int MOST = 1_048_576;

  private final Tracker tracker;

  CommentCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  void addTo(Routes routes) {
    routes
        .open("GET", "issue/*/comment", this::list)
        .open("GET", "issue/*/comment/*", this::get)
        .on("POST", "issue/*/comment", this::add);
  }

  private ApiAnswer list(Call call) {
    List<HostComment> all = new ArrayList<>(visible(call));
    if (call.text("orderBy").equals("-created")) {
      Collections.reverse(all);
    }
    int startAt = Math.max(0, call.number("startAt", 0));
    int maxResults = call.number("maxResults", MOST);
    return ApiAnswer.ok(
        new CommentJson(call.links()).page(all, startAt, maxResults < 0 ? MOST : maxResults));
  }

  private ApiAnswer get(Call call) {
    return visible(call).stream()
        .filter(comment -> comment.id().toString().equals(call.part(1)))
        .findFirst()
        .map(comment -> ApiAnswer.ok(new CommentJson(call.links()).of(comment)))
        .orElseGet(
            () ->
                ApiAnswer.refused(404, "Can not find a comment for the id: " + call.part(1) + "."));
  }

  private ApiAnswer add(Call call) {
    JsonNode body = call.body();
    HostIssue issue = Visible.issue(tracker, call);
    ErrorCollection errors = new SimpleErrorCollection();
    HostComment comment =
        (HostComment)
            tracker
                .comments()
                .create(
                    call.user(),
                    issue,
                    body.path("body").textValue(),
                    group(body.path("visibility")),
                    null,
                    null,
                    true,
                    errors);
    return errors.hasAnyErrors()
        ? ApiAnswer.refused(400, errors.getErrorMessages(), errors.getErrors())
        : ApiAnswer.created(new CommentJson(call.links()).of(comment));
  }

  private static String group(JsonNode visibility) {
    if (visibility.hasNonNull("type") && !visibility.path("type").asText().equals("group")) {
      throw Refusal.of("commentLevel", "The embedded host has no project roles.");
    }
    return visibility.path("value").textValue();
  }

  private List<HostComment> visible(Call call) {
    return tracker.comments().visible(call.user(), Visible.issue(tracker, call));
  }
}
