package dev.drumbeat.audience;

import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import dev.drumbeat.request.InvalidInput.Problem;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks whether a query finds one issue, under the rights of a user. */
public final class IssueMatches {

  private static final String FIELD = "jql";

  private final SearchService search;
  private final SearchRequestService filters;
  private final People people;
  private final ActingUser acting;

  public IssueMatches(
      SearchService search,
      SearchRequestService filters,
      People people,
      JiraAuthenticationContext context) {
    this.search = search;
    this.filters = filters;
    this.people = people;
    this.acting = new ActingUser(context);
  }

  /** What the user cannot ask for with that query; empty when there is nothing wrong. */
  public Optional<Reason> refusal(String jql, String userKey) {
    return ask(userKey, user -> outcome(jql, user, query -> true)).refusal();
  }

  /** Whether the query finds the issue of that key now, which the user may see. */
  public IssueMatch of(String jql, String issueKey, String userKey) {
    return ask(userKey, user -> outcome(jql, user, query -> finds(query, issueKey, user)));
  }

  private IssueMatch ask(String userKey, Function<ApplicationUser, IssueMatch> question) {
    return people
        .active(userKey)
        .map(user -> acting.as(user, () -> question.apply(user)))
        .orElseGet(
            () -> new IssueMatch.Failed(Reason.of("drumbeat.audience.user-inactive", userKey)));
  }

  private IssueMatch outcome(String jql, ApplicationUser user, Function<Query, Boolean> question) {
    Problems problems = new Problems();
    AudienceRule rule = new AudienceRule(null, jql, AudienceRule.REPORTER, null);
    Optional<Query> query = searchOf(user).query(rule, problems, FIELD);
    if (query.isEmpty()) {
      List<Problem> all = problems.refusal().problems();
      return new IssueMatch.Failed(all.get(0).reason());
    }
    try {
      return new IssueMatch.Known(question.apply(query.get()));
    } catch (IllegalStateException e) {
      return new IssueMatch.Failed(Reason.of("drumbeat.condition.search-failed"));
    }
  }

  private boolean finds(Query query, String issueKey, ApplicationUser user) {
    UserSearch mine = searchOf(user);
    String conditions = JqlText.conditions(mine.text(query));
    String bound = "key = " + JqlText.quoted(issueKey);
    String jql = conditions.isEmpty() ? bound : "(" + conditions + ") AND " + bound;
    return !mine.page(jql, 1).isEmpty();
  }

  private UserSearch searchOf(ApplicationUser user) {
    return new UserSearch(search, filters, user);
  }
}
