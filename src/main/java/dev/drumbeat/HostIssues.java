package dev.drumbeat;

import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.comment.CommentService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.util.UserManager;
import dev.drumbeat.audience.AddressFields;
import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.Filters;
import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import java.util.function.IntSupplier;

/** The services of the host that know its issues and users, and the parts that use them. */
public record HostIssues(
    SearchService search,
    SearchRequestService filters,
    WatcherManager watchers,
    CustomFieldManager customFields,
    IssueManager issues,
    CommentService commentService,
    CommentManager comments,
    PermissionManager permissions,
    UserManager users,
    JiraAuthenticationContext authentication) {

  People people() {
    return new People(users);
  }

  Audience audience(IntSupplier mostIssues) {
    return new Audience(
        search, filters, watchers, customFields, people(), authentication, mostIssues);
  }

  AddressFields addressFields() {
    return new AddressFields(customFields);
  }

  Filters savedFilters() {
    return new Filters(filters, people());
  }

  IssueComments issueComments() {
    return new IssueComments(commentService, comments, issues, people(), authentication);
  }

  IssueReader reader() {
    return new IssueReader(issues, permissions, customFields, people(), authentication);
  }
}
