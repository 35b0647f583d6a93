package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/** Reads comments. */
public interface CommentManager {
  List<Comment> getCommentsForUser(Issue issue, ApplicationUser user);
}
