package dev.drumbeat.host.issue;

import com.atlassian.jira.bc.issue.comment.CommentService;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.Users;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Comments on issues; the author needs the permission to comment, and to be in the group named. */
public final class Comments implements CommentService, CommentManager {

  private static final int LONGEST = 32_767;

  private static final String SELECT =
      "SELECT "
          + Users.columns("U")
          + ", C.ID C_ID, C.ISSUE_ID, C.COMMENT_TEXT, C.GROUP_LEVEL, C.CREATED_AT"
          + " FROM HOST_COMMENT C JOIN HOST_USER U ON U.USER_KEY = C.AUTHOR WHERE C.ISSUE_ID = ?";

  private final JdbcTemplate jdbc;
  private final Groups groups;
  private final ProjectPermissionsCheck permissions;
  private final Events events;
  private final InstantSource clock;

  Comments(
      Database database,
      Groups groups,
      ProjectPermissionsCheck permissions,
      Events events,
      InstantSource clock) {
    this.jdbc = database.jdbc();
    this.groups = groups;
    this.permissions = permissions;
    this.events = events;
    this.clock = clock;
  }

  /** The comments that the user, null for the anonymous, may read, the oldest first. */
  public List<HostComment> visible(ApplicationUser user, Issue issue) {
    if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user)) {
      return List.of();
    }
    List<String> own = groups.getGroupNamesForUser(user);
    return of(issue.getId()).stream()
        .filter(c -> c.groupLevel() == null || own.contains(c.groupLevel()))
        .toList();
  }

  @Override
  public List<Comment> getCommentsForUser(Issue issue, ApplicationUser user) {
    return List.copyOf(visible(user, issue));
  }

  /** Adds a comment now, readable by all who may browse the issue, and publishes it. */
  public Comment create(ApplicationUser user, Issue issue, String body, ErrorCollection errors) {
    return create(user, issue, body, null, null, null, true, errors);
  }

  /**
   * Adds a comment.
   *
   * @param groupLevel the group that alone may read it, or null
   * @param roleLevelId always null: this host has no project roles
   * @param created null for now
   * @return null when errors were added
   */
  @Override
  public Comment create(
      ApplicationUser user,
      Issue issue,
      String body,
      String groupLevel,
      Long roleLevelId,
      Date created,
      boolean dispatchEvent,
      ErrorCollection errors) {
    check(user, issue, body, errors);
    checkLevel(user, groupLevel, roleLevelId, errors);
    if (errors.hasAnyErrors()) {
      return null;
    }
    if (!touch(issue)) {
      errors.addErrorMessage("The issue " + issue.getKey() + " has been deleted.");
      return null;
    }
    Instant at = created == null ? clock.instant() : created.toInstant();
    Long id = insert(user, issue, body, groupLevel, IssueWriter.utc(at));
    if (dispatchEvent) {
      events.publish(new IssueEvent(issue, user, EventType.ISSUE_COMMENTED_ID));
    }
    return of(issue.getId()).stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
  }

  private boolean touch(Issue issue) {
    OffsetDateTime now = IssueWriter.utc(clock.instant());
    return jdbc.update("UPDATE HOST_ISSUE SET UPDATED_AT = ? WHERE ID = ?", now, issue.getId())
        == 1;
  }

  private void check(ApplicationUser user, Issue issue, String body, ErrorCollection errors) {
    if (issue == null) {
      errors.addErrorMessage("You cannot add a comment without an issue.");
    } else if (user == null
        || !permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, user)) {
      errors.addErrorMessage("You do not have the permission to comment on this issue.");
    }
    if (body == null || body.isBlank()) {
      errors.addError("comment", "Comment body can not be empty!");
    } else if (body.length() > LONGEST) {
      errors.addError("comment", "The comment is longer than the limit of 32,767 characters.");
    }
  }

  private void checkLevel(
      ApplicationUser user, String groupLevel, Long roleLevelId, ErrorCollection errors) {
    if (groupLevel != null && !groups.getGroupNamesForUser(user).contains(groupLevel)) {
      errors.addError("commentLevel", "You are not a member of the group: " + groupLevel + ".");
    }
    if (roleLevelId != null) {
      errors.addError("commentLevel", "Role with id: " + roleLevelId + " does not exist.");
    }
  }

  private Long insert(
      ApplicationUser user, Issue issue, String body, String groupLevel, OffsetDateTime at) {
    KeyHolder id = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO HOST_COMMENT (ISSUE_ID, AUTHOR, COMMENT_TEXT, GROUP_LEVEL,"
                      + " CREATED_AT) VALUES (?, ?, ?, ?, ?)",
                  new String[] {"id"});
          insert.setLong(1, issue.getId());
          insert.setString(2, user.getKey());
          insert.setString(3, body);
          insert.setString(4, groupLevel);
          insert.setObject(5, at);
          return insert;
        },
        id);
    return id.getKeyAs(Long.class);
  }

  private List<HostComment> of(Long issueId) {
    return jdbc.query(
        SELECT + " ORDER BY C.CREATED_AT, C.ID",
        (row, n) ->
            new HostComment(
                row.getLong("C_ID"),
                row.getLong("ISSUE_ID"),
                Users.read(row, "U"),
                row.getString("COMMENT_TEXT"),
                row.getString("GROUP_LEVEL"),
                IssueReader.instant(row, "CREATED_AT")),
        issueId);
  }
}
