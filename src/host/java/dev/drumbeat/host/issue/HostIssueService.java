package dev.drumbeat.host.issue;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.config.SubTaskManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.util.Optional;

/**
 * Makes issues for apps. As in Jira a sub-task is made first and put below its issue by a second
 * call, and only who may be there can be the assignee.
 */
public final class HostIssueService implements IssueService, SubTaskManager {

  /** In place of a user name: whoever the project gives its issues to, here nobody. */
  private static final String AUTOMATIC = "-1";

  private final Issues issues;
  private final Projects projects;
  private final ProjectPermissionsCheck permissions;
  private final Users users;

  HostIssueService(
      Issues issues, Projects projects, ProjectPermissionsCheck permissions, Users users) {
    this.issues = issues;
    this.projects = projects;
    this.permissions = permissions;
    this.users = users;
  }

  @Override
  public IssueInputParameters newIssueInputParameters() {
    return new IssueInput();
  }

  @Override
  public CreateValidationResult validateCreate(
      ApplicationUser user, IssueInputParameters parameters) {
    return check(user, (IssueInput) parameters, false, new SimpleErrorCollection());
  }

  @Override
  public CreateValidationResult validateSubTaskCreate(
      ApplicationUser user, Long parentId, IssueInputParameters parameters) {
    ErrorCollection errors = new SimpleErrorCollection();
    HostIssue parent = issues.getIssueObject(parentId);
    if (parent == null || parent.isSubTask()) {
      errors.addErrorMessage("A sub-task belongs to an issue that is no sub-task itself.");
    }
    return check(user, (IssueInput) parameters, true, errors);
  }

  private Checked check(
      ApplicationUser user, IssueInput input, boolean subTask, ErrorCollection errors) {
    Optional<HostProject> project =
        projects.all().stream().filter(p -> p.id().equals(input.projectId())).findFirst();
    Optional<HostIssueType> type =
        HostIssueType.find(input.issueTypeId()).filter(t -> t.isSubTask() == subTask);
    if (project.isEmpty()
        || !permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, project.get(), user)) {
      errors.addErrorMessage("You do not have permission to create issues in this project.");
    } else if (!isAssignable(input.assigneeId(), project.get())) {
      errors.addError("assignee", "User '" + input.assigneeId() + "' cannot be assigned issues.");
    }
    if (type.isEmpty()) {
      errors.addError("issuetype", "The issue type selected is invalid.");
    }
    IssueFields fields = errors.hasAnyErrors() ? null : fields(input, type.get(), errors);
    return new Checked(errors, project.orElse(null), fields);
  }

  private boolean isAssignable(String userName, HostProject project) {
    HostUser user = assignee(userName);
    return userName == null
        || userName.equals(AUTOMATIC)
        || (user != null
            && user.isActive()
            && permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user));
  }

  private HostUser assignee(String userName) {
    return userName == null || userName.equals(AUTOMATIC) ? null : users.getUserByName(userName);
  }

  private IssueFields fields(IssueInput input, HostIssueType type, ErrorCollection errors) {
    try {
      return IssueFields.of(input.summary())
          .withType(type)
          .withDescription(input.description())
          .withReporter(users.getUserByName(input.reporterId()))
          .withAssignee(assignee(input.assigneeId()));
    } catch (InvalidFieldException e) {
      errors.addError(e.field(), e.getMessage());
      return null;
    }
  }

  @Override
  public IssueResult create(ApplicationUser user, CreateValidationResult result) {
    Checked checked = (Checked) result;
    HostIssue issue = issues.create((HostUser) user, checked.project, checked.fields);
    return new IssueResult(issue, new SimpleErrorCollection());
  }

  @Override
  public void createSubTaskIssueLink(Issue parent, Issue subTask, ApplicationUser user) {
    issues.putBelow(parent.getId(), subTask.getId());
  }

  private static final class Checked extends CreateValidationResult {

    private final HostProject project;
    private final IssueFields fields;

    Checked(ErrorCollection errors, HostProject project, IssueFields fields) {
      super(errors);
      this.project = project;
      this.fields = fields;
    }
  }
}
