package dev.drumbeat.host.api;

import com.atlassian.jira.bc.issue.search.SearchService.ParseResult;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.HostUser;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Search by JQL, with the query in the address or, since it may be long, in the body. */
final class SearchCalls {

  private final Tracker tracker;

  SearchCalls(Tracker tracker) {
    this.tracker = tracker;
  }

  void addTo(Routes routes) {
    routes
        .open("GET", "search", call -> search(call, SearchRequestJson.of(call)))
        .open("POST", "search", call -> search(call, SearchRequestJson.of(call.body())));
  }

  private ApiAnswer search(Call call, SearchRequestJson wanted) {
    HostUser user = call.user();
    ParseResult parsed = tracker.search().parseQuery(user, wanted.jql());
    MessageSet errors =
        parsed.isValid()
            ? tracker.search().validateQuery(user, parsed.getQuery())
            : parsed.getErrors();
    boolean searches = parsed.isValid() && (!wanted.validateQuery() || !errors.hasAnyErrors());
    if (!searches) {
      return ApiAnswer.refused(400, errors.getErrorMessages(), Map.of());
    }
    SearchResults<Issue> found =
        tracker
            .search()
            .search(
                user, parsed.getQuery(), new PagerFilter<>(wanted.startAt(), wanted.maxResults()));
    return ApiAnswer.ok(page(call, wanted, found, errors));
  }

  private ObjectNode page(
      Call call, SearchRequestJson wanted, SearchResults<Issue> found, MessageSet warnings) {
    IssueJson print =
        new IssueJson(
            call.links(),
            tracker.customFields().all(),
            Selection.of(wanted.fields(), "*navigable"),
            Set.copyOf(wanted.expand()),
            issue -> tracker.comments().visible(call.user(), issue));
    ObjectNode page =
        Json.object()
            .put("expand", "schema,names")
            .put("startAt", wanted.startAt())
            .put("maxResults", wanted.maxResults())
            .put("total", found.getTotal());
    List<Issue> issues = found.getResults();
    page.set("issues", Json.array(issues, issue -> print.of((HostIssue) issue)));
    if (warnings.hasAnyErrors()) {
      warnings.getErrorMessages().forEach(page.putArray("warningMessages")::add);
    }
    return print.explained(page);
  }
}
