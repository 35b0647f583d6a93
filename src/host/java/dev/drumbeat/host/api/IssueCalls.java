package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.HostUser;
import java.util.Optional;
import java.util.function.Function;

/** The calls about one issue, always under the rights of the user who calls. */
final class IssueCalls {

  private final Tracker tracker;
  private final FieldsJson fields;

  IssueCalls(Tracker tracker, FieldsJson fields) {
    this.tracker = tracker;
    this.fields = fields;
  }

  ApiAnswer create(HostUser user, JsonNode body) {
    JsonNode written = body.path("fields");
    HostProject project =
        tracker.projects().getProjectByCurrentKey(written.path("project").path("key").asText());
    if (project == null) {
      return ApiAnswer.wrong("project", "project is required");
    }
    IssueFields empty = IssueFields.of(written.path("summary").asText());
    HostIssue issue = tracker.issues().create(user, project, fields.apply(empty, written));
    return ApiAnswer.created(
        IssueJson.object().put("id", issue.id().toString()).put("key", issue.key()));
  }

  ApiAnswer get(HostUser user, String key) {
    return visible(user, key, issue -> ApiAnswer.ok(IssueJson.of(issue)));
  }

  ApiAnswer update(HostUser user, String key, JsonNode body) {
    return visible(
        user,
        key,
        issue -> {
          tracker.issues().update(user, issue, now -> fields.apply(now, body.path("fields")));
          return ApiAnswer.done();
        });
  }

  ApiAnswer delete(HostUser user, String key) {
    return visible(
        user,
        key,
        issue -> {
          tracker.issues().delete(user, issue);
          return ApiAnswer.done();
        });
  }

  ApiAnswer comments(HostUser user, String key) {
    return visible(
        user,
        key,
        issue -> {
          ObjectNode page = IssueJson.object();
          var comments = page.putArray("comments");
          tracker.comments().visible(user, issue).forEach(c -> comments.add(IssueJson.of(c)));
          return ApiAnswer.ok(page.put("total", comments.size()));
        });
  }

  private ApiAnswer visible(HostUser user, String key, Function<HostIssue, ApiAnswer> call) {
    Optional<HostIssue> issue = tracker.issues().visible(user, key);
    return issue.map(call).orElseGet(() -> ApiAnswer.refused(404, "Issue Does Not Exist"));
  }
}
