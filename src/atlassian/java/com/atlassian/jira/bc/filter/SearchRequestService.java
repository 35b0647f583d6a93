package com.atlassian.jira.bc.filter;

import com.atlassian.jira.bc.JiraServiceContext;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/** Saved filters as a user may see them. */
public interface SearchRequestService {
  SearchRequest getFilter(JiraServiceContext ctx, Long filterId);

  Collection<SearchRequest> getFavouriteFilters(ApplicationUser user);

  Collection<SearchRequest> getOwnedFilters(ApplicationUser user);
}
