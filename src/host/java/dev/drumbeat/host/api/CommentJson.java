package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostComment;
import java.util.List;

/** Comments as Jira prints them. */
record CommentJson(Links links) {

  ObjectNode of(HostComment comment) {
    String self = links.issue(comment.issueId()) + "/comment/" + comment.id();
    ObjectNode json = Json.object().put("self", self).put("id", comment.id().toString());
    json.set("author", PersonJson.of(comment.author(), links));
    json.put("body", comment.body());
    // The host's comments stay as they were written.
    json.set("updateAuthor", PersonJson.of(comment.author(), links));
    json.put("created", Json.moment(comment.createdAt()));
    json.put("updated", Json.moment(comment.createdAt()));
    if (comment.groupLevel() != null) {
      json.putObject("visibility").put("type", "group").put("value", comment.groupLevel());
    }
    return json;
  }

  /** Some of them, from one on. */
  ObjectNode page(List<HostComment> all, int startAt, int maxResults) {
    List<HostComment> some = all.stream().skip(startAt).limit(maxResults).toList();
    ObjectNode page =
        Json.object()
            .put("startAt", startAt)
            .put("maxResults", maxResults)
            .put("total", all.size());
    page.set("comments", Json.array(some, this::of));
    return page;
  }
}
