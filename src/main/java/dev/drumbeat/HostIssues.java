package dev.drumbeat;

import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.comment.CommentService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.SubTaskManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.util.UserManager;
import dev.drumbeat.audience.AddressFields;
import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.Filters;
import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.audience.TaskPlaces;
import java.util.function.IntSupplier;

/** The services of the host that know its issues and users, and the parts that use them. */
public record HostIssues(
    SearchService search,
    SearchRequestService filters,
    WatcherManager watchers,
    CustomFieldManager customFields,
    IssueManager issues,
    IssueService issueService,
    SubTaskManager subTasks,
    ProjectManager projects,
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

  IssueMatches matches() {
    return new IssueMatches(search, filters, people(), authentication);
  }

  TaskPlaces taskPlaces() {
    return new TaskPlaces(issues, projects, permissions, search, filters, people());
  }

  TaskIssues tasks() {
    return new TaskIssues(issueService, subTasks, issues, taskPlaces(), people(), authentication);
  }

  IssueReader reader() {
    return new IssueReader(issues, permissions, customFields, people(), authentication);
  }
}
