package dev.drumbeat.audience;

import com.atlassian.jira.bc.JiraServiceContextImpl;
import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.bc.issue.search.SearchService.ParseResult;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import dev.drumbeat.request.Problems;
import java.util.List;
import java.util.Optional;

/** Runs queries for one user, who is made the one acting by the caller. */
final class UserSearch {

  private final SearchService search;
  private final SearchRequestService filters;
  private final ApplicationUser user;

  UserSearch(SearchService search, SearchRequestService filters, ApplicationUser user) {
    this.search = search;
    this.filters = filters;
    this.user = user;
  }

  /** The query of a rule; empty when something is wrong with it, which is noted. */
  Optional<Query> query(AudienceRule rule, Problems problems, String path) {
    Long filterId = rule.filterId();
    String jql = rule.jql();
    if (filterId != null && jql == null) {
      return ofFilter(filterId, problems, path + ".filterId");
    }
    if (jql != null && filterId == null && !jql.isBlank()) {
      return ofText(jql, problems, path + ".jql");
    }
    problems.add(path, "drumbeat.audience.filter-or-jql");
    return Optional.empty();
  }

  /** A filter that is gone and one that the user may not see are the same. */
  private Optional<Query> ofFilter(long id, Problems problems, String field) {
    SearchRequest filter = filters.getFilter(new JiraServiceContextImpl(user), id);
    if (filter == null) {
      problems.add(field, "drumbeat.audience.no-filter", Long.toString(id));
      return Optional.empty();
    }
    return valid(filter.getQuery(), problems, field);
  }

  private Optional<Query> ofText(String jql, Problems problems, String field) {
    ParseResult parsed = search.parseQuery(user, jql);
    if (!parsed.isValid()) {
      problems.add(field, "drumbeat.audience.jql", sentences(parsed.getErrors()));
      return Optional.empty();
    }
    return valid(parsed.getQuery(), problems, field);
  }

  private Optional<Query> valid(Query query, Problems problems, String field) {
    MessageSet errors = search.validateQuery(user, query);
    if (errors.hasAnyErrors()) {
      problems.add(field, "drumbeat.audience.jql", sentences(errors));
      return Optional.empty();
    }
    return Optional.of(query);
  }

  private static String sentences(MessageSet errors) {
    return String.join(" ", errors.getErrorMessages());
  }

  /** The text of a query. */
  String text(Query query) {
    return search.getJqlString(query);
  }

  int count(Query query) {
    try {
      return Math.toIntExact(search.searchCount(user, query));
    } catch (SearchException e) {
      throw failed(search.getJqlString(query), e);
    }
  }

  /** The first issues of a query that was made here out of a valid one. */
  List<Issue> page(String jql, int size) {
    ParseResult parsed = search.parseQuery(user, jql);
    if (!parsed.isValid()) {
      throw new IllegalStateException(jql + ": " + sentences(parsed.getErrors()));
    }
    try {
      return search.search(user, parsed.getQuery(), new PagerFilter<Issue>(0, size)).getResults();
    } catch (SearchException e) {
      throw failed(jql, e);
    }
  }

  private static IllegalStateException failed(String jql, SearchException e) {
    return new IllegalStateException("the host cannot search for " + jql, e);
  }
}
