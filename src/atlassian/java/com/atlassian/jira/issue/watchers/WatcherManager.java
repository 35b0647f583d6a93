package com.atlassian.jira.issue.watchers;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/** Who watches an issue. */
public interface WatcherManager {
  Collection<ApplicationUser> getWatchersUnsorted(Issue issue);
}
