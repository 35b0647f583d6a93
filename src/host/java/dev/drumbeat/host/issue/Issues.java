package dev.drumbeat.host.issue;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.HostUser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The host's issues. Those who create, change or delete one need the permission to edit; a read by
 * id or key, as in Jira's own interface, asks nobody. Events follow after the commit.
 */
public final class Issues implements IssueManager {

  private static final int AT_ONCE = 1000;

  private final Database database;
  private final IssueReader reader;
  private final IssueWriter writer;
  private final ChangeHistory history;
  private final ProjectPermissionsCheck permissions;
  private final Events events;
  private final InstantSource clock;

  Issues(
      Database database, ProjectPermissionsCheck permissions, Events events, InstantSource clock) {
    this.database = database;
    this.reader = new IssueReader(database.jdbc());
    this.writer = new IssueWriter(database.jdbc());
    this.history = new ChangeHistory(database);
    this.permissions = permissions;
    this.events = events;
    this.clock = clock;
  }

  /** Adds many issues without asking for rights, publishing events or keeping them in memory. */
  public void addAll(List<NewIssue> issues) {
    for (int from = 0; from < issues.size(); from += AT_ONCE) {
      insert(issues.subList(from, Math.min(from + AT_ONCE, issues.size())));
    }
  }

  /**
   * Creates an issue; without a reporter, that is the user.
   *
   * @throws NotAllowedException when the user may not edit in the project
   */
  public HostIssue create(HostUser by, HostProject project, IssueFields fields) {
    permissions.require(ProjectPermissions.EDIT_ISSUES, project, by);
    IssueFields complete = fields.reporter() == null ? fields.withReporter(by) : fields;
    Long id = insert(List.of(new NewIssue(project.key(), complete))).get(0);
    HostIssue issue = reader.read(id).orElseThrow();
    events.publish(new IssueEvent(issue, by, EventType.ISSUE_CREATED_ID));
    return issue;
  }

  /** Puts a sub-task below its issue. */
  void putBelow(Long parentId, Long subTaskId) {
    writer.putBelow(parentId, subTaskId);
  }

  /**
   * Changes an issue as it is now, writes history and answers the outcome.
   *
   * @param edit from the fields as they are in the database to what they shall be
   * @throws NotAllowedException when the user may not edit in the project
   * @throws IllegalStateException when the issue has been deleted
   */
  public HostIssue update(HostUser by, Issue issue, UnaryOperator<IssueFields> edit) {
    permissions.require(ProjectPermissions.EDIT_ISSUES, issue.getProjectObject(), by);
    boolean changed = database.transactions().execute(status -> write(by, issue.getId(), edit));
    HostIssue outcome = existing(issue.getId());
    if (changed) {
      events.publish(new IssueEvent(outcome, by, EventType.ISSUE_UPDATED_ID));
    }
    return outcome;
  }

  /**
   * Deletes an issue with its comments, watchers and history.
   *
   * @throws NotAllowedException when the user may not edit in the project
   */
  public void delete(HostUser by, Issue issue) {
    permissions.require(ProjectPermissions.EDIT_ISSUES, issue.getProjectObject(), by);
    writer.delete(issue.getId());
    events.publish(new IssueEvent(issue, by, EventType.ISSUE_DELETED_ID));
  }

  /** The issue of that key or id if the user, null for the anonymous, may browse it. */
  public Optional<HostIssue> visible(ApplicationUser user, String key) {
    Optional<Long> id =
        key.matches("[0-9]{1,18}")
            ? Optional.of(Long.valueOf(key))
            : IssueKey.parse(key).flatMap(reader::id);
    return id.flatMap(reader::read)
        .filter(i -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, i, user));
  }

  @Override
  public HostIssue getIssueObject(Long id) {
    return reader.read(id).orElse(null);
  }

  @Override
  public HostIssue getIssueByCurrentKey(String key) {
    return IssueKey.parse(key).flatMap(reader::id).flatMap(reader::read).orElse(null);
  }

  private List<Long> insert(List<NewIssue> issues) {
    Map<String, List<NewIssue>> byProject =
        issues.stream()
            .collect(
                Collectors.groupingBy(
                    NewIssue::projectKey, LinkedHashMap::new, Collectors.toList()));
    return database
        .transactions()
        .execute(
            status -> {
              List<Long> ids = new ArrayList<>();
              byProject.forEach(
                  (key, some) -> ids.addAll(writer.insert(key, some, clock.instant())));
              return ids;
            });
  }

  private boolean write(HostUser by, Long id, UnaryOperator<IssueFields> edit) {
    writer.lock(id);
    IssueFields before = existing(id).fields();
    IssueFields after = edit.apply(before);
    if (after.equals(before)) {
      return false;
    }
    writer.update(id, after, clock.instant());
    history.add(id, by, clock.instant(), before, after);
    return true;
  }

  private HostIssue existing(Long id) {
    return reader
        .read(id)
        .orElseThrow(() -> new IllegalStateException("The issue " + id + " has been deleted"));
  }
}
