package com.atlassian.jira.issue.search;

import java.util.List;

/** One page of a search. */
public class SearchResults<T> {
  private final List<T> results;
  private final int total;

  public SearchResults(List<T> results, int total) {
    this.results = results;
    this.total = total;
  }

  public List<T> getResults() {
    return results;
  }

  public int getTotal() {
    return total;
  }
}
