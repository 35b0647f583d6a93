package dev.drumbeat.host.page.screen;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import java.util.List;

/**
 * One page of a search, or why there is none.
 *
 * @param start the position of the first issue shown, from 0
 */
public record Found(String jql, List<Issue> issues, int start, int total, List<String> errors) {

  private static final int PAGE = 50;

  /** Searches as the user, null for the anonymous. */
  static Found search(SearchService search, ApplicationUser user, String jql, int start) {
    SearchService.ParseResult parsed = search.parseQuery(user, jql);
    if (!parsed.isValid()) {
      return failed(jql, parsed.getErrors());
    }
    MessageSet invalid = search.validateQuery(user, parsed.getQuery());
    if (invalid.hasAnyErrors()) {
      return failed(jql, invalid);
    }
    try {
      SearchResults<Issue> results =
          search.search(user, parsed.getQuery(), new PagerFilter<>(start, PAGE));
      return new Found(jql, results.getResults(), start, results.getTotal(), List.of());
    } catch (SearchException e) {
      return failed(jql, e.getMessage());
    }
  }

  private static Found failed(String jql, MessageSet errors) {
    return failed(jql, errors.getErrorMessages().toArray(String[]::new));
  }

  static Found failed(String jql, String... errors) {
    return new Found(jql, List.of(), 0, 0, List.of(errors));
  }

  /** The position of the last issue shown, counted from 1. */
  public int end() {
    return start + issues.size();
  }

  public boolean hasEarlier() {
    return start > 0;
  }

  public boolean hasLater() {
    return end() < total;
  }

  public int earlier() {
    return Math.max(0, start - PAGE);
  }
}
