package dev.drumbeat.audience;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.IssueService.CreateValidationResult;
import com.atlassian.jira.bc.issue.IssueService.IssueResult;
import com.atlassian.jira.config.SubTaskManager;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import dev.drumbeat.audience.TaskOutcome.Made;
import dev.drumbeat.audience.TaskOutcome.Refused;
import dev.drumbeat.request.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the issues of tasks under the rights of a user, and tells how they stand. */
public final class TaskIssues {

  /** In place of a user name: whoever the project gives its issues to. */
  private static final String AUTOMATIC = "-1";

  private static final String ASSIGNEE = "assignee";

  /** The key of the category of statuses. */
  private static final String DONE = "done";

  private final IssueService service;
  private final SubTaskManager subTasks;
  private final IssueManager issues;
  private final TaskPlaces places;
  private final People people;
  private final ActingUser acting;

  public TaskIssues(
      IssueService service,
      SubTaskManager subTasks,
      IssueManager issues,
      TaskPlaces places,
      People people,
      JiraAuthenticationContext context) {
    this.service = service;
    this.subTasks = subTasks;
    this.issues = issues;
    this.places = places;
    this.people = people;
    this.acting = new ActingUser(context);
  }

  /** Makes one, if its owner may; whoever cannot be assigned is not, which is a warning. */
  public TaskOutcome make(NewTask task) {
    return people
        .active(task.ownerKey())
        .map(owner -> acting.as(owner, () -> make(task, owner)))
        .orElseGet(() -> new Refused(Reason.of("drumbeat.task.no-owner")));
  }

  private TaskOutcome make(NewTask task, ApplicationUser owner) {
    TaskPlaces.Found place = places.of(task);
    if (place instanceof TaskPlaces.Nowhere nowhere) {
      return new Refused(nowhere.why());
    }
    return make(task, owner, (TaskPlaces.At) place);
  }

  /** First whom the step names, then the owner, then whoever the project would take. */
  private TaskOutcome make(NewTask task, ApplicationUser owner, TaskPlaces.At place) {
    Optional<ApplicationUser> wanted =
        Optional.ofNullable(task.assigneeKey()).flatMap(people::active);
    List<String> names =
        Stream.of(
                wanted.map(ApplicationUser::getUsername).stream(),
                Stream.of(owner.getUsername(), AUTOMATIC))
            .flatMap(name -> name)
            .distinct()
            .toList();
    CreateValidationResult valid = validated(task, owner, place, names.get(0));
    String assigned = names.get(0);
    for (String name : names) {
      if (!valid.getErrorCollection().getErrors().containsKey(ASSIGNEE)) {
        break;
      }
      assigned = name;
      valid = validated(task, owner, place, name);
    }
    if (!valid.isValid()) {
      return refused(valid.getErrorCollection());
    }
    boolean asWanted =
        task.assigneeKey() == null
            || wanted.map(ApplicationUser::getUsername).filter(assigned::equals).isPresent();
    return made(owner, place, service.create(owner, valid), asWanted ? null : warning(task));
  }

  private Reason warning(NewTask task) {
    String key = String.valueOf(task.assigneeKey());
    return Reason.of("drumbeat.task.not-assigned", people.displayName(key).orElse(key));
  }

  private CreateValidationResult validated(
      NewTask task, ApplicationUser owner, TaskPlaces.At place, String assigneeName) {
    var input =
        service
            .newIssueInputParameters()
            .setSkipScreenCheck(true)
            .setProjectId(place.projectId())
            .setIssueTypeId(place.typeId())
            .setSummary(task.summary())
            .setDescription(task.description())
            .setReporterId(owner.getUsername())
            .setAssigneeId(assigneeName);
    Issue parent = place.parent();
    return parent == null
        ? service.validateCreate(owner, input)
        : service.validateSubTaskCreate(owner, parent.getId(), input);
  }

  private TaskOutcome made(
      ApplicationUser owner, TaskPlaces.At place, IssueResult result, @Nullable Reason warning) {
    if (!result.isValid()) {
      return refused(result.getErrorCollection());
    }
    Issue issue = result.getIssue();
    putBelow(place.parent(), issue, owner);
    return new Made(issueOf(issue), warning);
  }

  private void putBelow(@Nullable Issue parent, Issue issue, ApplicationUser owner) {
    if (parent != null) {
      try {
        subTasks.createSubTaskIssueLink(parent, issue, owner);
      } catch (CreateException e) {
        throw new IllegalStateException(issue.getKey() + " stands below no issue", e);
      }
    }
  }

  private static Refused refused(ErrorCollection errors) {
    String why =
        Stream.concat(errors.getErrorMessages().stream(), errors.getErrors().values().stream())
            .collect(Collectors.joining(" "));
    return new Refused(Reason.of("drumbeat.task.refused", why));
  }

  /** How the issue of a task stands; empty when it is gone. */
  public Optional<TaskIssue> find(long issueId) {
    return Optional.ofNullable(issues.getIssueObject(issueId)).map(TaskIssues::issueOf);
  }

  /**
   * The issue that was made for a task some minutes ago and that nobody noted: its description has
   * the last line of that of the task.
   */
  public Optional<TaskIssue> findMade(NewTask task, long minutes) {
    return people
        .active(task.ownerKey())
        .flatMap(owner -> acting.as(owner, () -> places.findMade(task, owner, minutes)))
        .map(
            made -> {
              people.active(task.ownerKey()).ifPresent(owner -> adopt(task, made, owner));
              return issueOf(made);
            });
  }

  /** The end may have come between its making and its place below the issue. */
  private void adopt(NewTask task, Issue made, ApplicationUser owner) {
    Long parentId = task.parentId();
    if (parentId != null && made.isSubTask() && made.getParentId() == null) {
      acting.as(
          owner,
          () -> {
            putBelow(issues.getIssueObject(parentId), made, owner);
            return made;
          });
    }
  }

  /** Whether an issue is resolved, or in a status that means the same. */
  public static boolean isDone(Issue issue) {
    return issue.getResolution() != null
        || issue.getStatus().getStatusCategory().getKey().equals(DONE);
  }

  private static TaskIssue issueOf(Issue issue) {
    ApplicationUser assignee = issue.getAssignee();
    return new TaskIssue(
        issue.getId(),
        issue.getKey(),
        isDone(issue),
        assignee == null ? null : assignee.getDisplayName());
  }
}
