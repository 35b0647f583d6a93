package com.atlassian.jira.bc.issue.comment;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import java.util.Date;

/**
 * Writes comments under the rights of their author; answers null and adds errors when it may not.
 */
public interface CommentService {
  Comment create(
      ApplicationUser user,
      Issue issue,
      String body,
      String groupLevel,
      Long roleLevelId,
      Date created,
      boolean dispatchEvent,
      ErrorCollection errors);
}
