package com.atlassian.jira.issue.search;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;

/** A saved filter. */
public class SearchRequest {
  private final Long id;
  private final String name;
  private final Query query;
  private final ApplicationUser owner;

  public SearchRequest(Long id, String name, Query query, ApplicationUser owner) {
    this.id = id;
    this.name = name;
    this.query = query;
    this.owner = owner;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Query getQuery() {
    return query;
  }

  public ApplicationUser getOwner() {
    return owner;
  }
}
