package dev.drumbeat.host.api;

import com.atlassian.jira.bc.issue.search.SearchService.ParseResult;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.HostUser;

/** Search and saved filters. */
final class SearchCalls {

  private static final int MOST = 1_000;

  private final Tracker tracker;

  SearchCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  ApiAnswer search(HostUser user, String jql, int startAt, int maxResults) {
    ParseResult parsed = tracker.search().parseQuery(user, jql);
    MessageSet errors =
        parsed.isValid()
            ? tracker.search().validateQuery(user, parsed.getQuery())
            : parsed.getErrors();
    if (errors.hasAnyErrors()) {
      return ApiAnswer.refused(400, String.join(" ", errors.getErrorMessages()));
    }
    int most = Math.min(maxResults, MOST);
    SearchResults<Issue> found =
        tracker.search().search(user, parsed.getQuery(), new PagerFilter<>(startAt, most));
    ObjectNode page = IssueJson.object().put("startAt", startAt).put("maxResults", most);
    page.put("total", found.getTotal());
    ArrayNode issues = page.putArray("issues");
    found.getResults().forEach(issue -> issues.add(IssueJson.of((HostIssue) issue)));
    return ApiAnswer.ok(page);
  }

  /** Jira lists the favourites; here these are one's own and those that are shared. */
  ApiAnswer filters(HostUser user) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    tracker.filters().visible(user).forEach(filter -> all.add(json(filter)));
    return ApiAnswer.ok(all);
  }

  ApiAnswer filter(HostUser user, long id) {
    return tracker
        .filters()
        .visible(user, id)
        .map(filter -> ApiAnswer.ok(json(filter)))
        .orElseGet(() -> ApiAnswer.refused(404, "The selected filter is not available to you."));
  }

  ApiAnswer save(HostUser user, String name, String jql) {
    return ApiAnswer.created(json(tracker.filters().add(user, name, jql)));
  }

  ApiAnswer delete(HostUser user, long id) {
    tracker.filters().delete(user, id);
    return ApiAnswer.done();
  }

  private static ObjectNode json(SearchRequest filter) {
    ObjectNode json =
        IssueJson.object()
            .put("id", filter.getId().toString())
            .put("name", filter.getName())
            .put("jql", filter.getQuery().getQueryString());
    json.set("owner", IssueJson.user(filter.getOwner()));
    return json;
  }
}
