package dev.drumbeat.audience;

import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.request.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the issue of a task is made, and where one is found again that nobody noted. */
public final class TaskPlaces {

  /** More than a person makes in the minutes that matter. */
  private static final int MOST = 1_000;

  private static final String USUAL = "Task";

  private final IssueManager issues;
  private final ProjectManager projects;
  private final PermissionManager permissions;
  private final SearchService search;
  private final SearchRequestService filters;
  private final People people;

  public TaskPlaces(
      IssueManager issues,
      ProjectManager projects,
      PermissionManager permissions,
      SearchService search,
      SearchRequestService filters,
      People people) {
    this.issues = issues;
    this.projects = projects;
    this.permissions = permissions;
    this.search = search;
    this.filters = filters;
    this.people = people;
  }

  /** A place, or none. */
  sealed interface Found {}

  /** There; below that issue if it is one. */
  record At(Long projectId, String typeId, @Nullable Issue parent) implements Found {}

  /** There is no place, and why. */
  record Nowhere(Reason why) implements Found {}

  /** Whether there is such a project for the user. */
  public boolean isProject(String key, String userKey) {
    Project project = projects.getProjectByCurrentKey(key);
    return project != null
        && people
            .active(userKey)
            .filter(u -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, u))
            .isPresent();
  }

  Found of(NewTask task) {
    Issue parent = task.parentId() == null ? null : issues.getIssueObject(task.parentId());
    Project project = parent == null ? named(task.projectKey()) : parent.getProjectObject();
    if (project == null) {
      return new Nowhere(Reason.of("drumbeat.task.no-project"));
    }
    boolean mayHaveSubTasks = parent != null && !parent.isSubTask();
    return type(project, task.issueType(), mayHaveSubTasks)
        .map(type -> at(project, type, parent))
        .orElseGet(() -> new Nowhere(noType(project, task.issueType())));
  }

  private @Nullable Project named(@Nullable String key) {
    return key == null ? null : projects.getProjectByCurrentKey(key);
  }

  private static Found at(Project project, IssueType type, @Nullable Issue parent) {
    return new At(project.getId(), type.getId(), type.isSubTask() ? parent : null);
  }

  private static Reason noType(Project project, @Nullable String type) {
    return type == null
        ? Reason.of("drumbeat.task.no-types", project.getKey())
        : Reason.of("drumbeat.task.no-type", type, project.getKey());
  }

  private static Optional<IssueType> type(
      Project project, @Nullable String wanted, boolean mayHaveSubTasks) {
    List<IssueType> all =
        project.getIssueTypes().stream().filter(t -> mayHaveSubTasks || !t.isSubTask()).toList();
    if (wanted != null) {
      return all.stream()
          .filter(t -> t.getId().equals(wanted) || t.getName().equalsIgnoreCase(wanted))
          .findFirst();
    }
    return all.stream()
        .filter(IssueType::isSubTask)
        .findFirst()
        .or(() -> all.stream().filter(t -> t.getName().equalsIgnoreCase(USUAL)).findFirst())
        .or(() -> all.stream().findFirst());
  }

  Optional<Issue> findMade(NewTask task, ApplicationUser owner, long minutes) {
    if (!(of(task) instanceof At place)) {
      return Optional.empty();
    }
    String mark = task.description().lines().reduce("", (before, line) -> line);
    String jql =
        "project = %d AND created >= \"-%dm\" ORDER BY key DESC"
            .formatted(place.projectId(), minutes);
    return new UserSearch(search, filters, owner)
        .page(jql, MOST).stream().filter(issue -> ends(issue, mark)).findFirst();
  }

  private static boolean ends(Issue issue, String mark) {
    String description = issue.getDescription();
    return description != null && description.lines().anyMatch(line -> line.strip().equals(mark));
  }
}
