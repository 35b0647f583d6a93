package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.database.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who may do what in which project. Nobody may comment or edit where they may not browse; a user
 * who was deactivated may do what the anonymous may.
 */
public final class ProjectPermissionsCheck implements PermissionManager {

  private static final ProjectPermissionKey BROWSE = ProjectPermissions.BROWSE_PROJECTS;

  private final JdbcTemplate jdbc;
  private final Projects projects;

  ProjectPermissionsCheck(Database database, Projects projects) {
    this.jdbc = database.jdbc();
    this.projects = projects;
  }

  @Override
  public boolean hasPermission(ProjectPermissionKey key, Issue issue, ApplicationUser user) {
    return hasPermission(key, issue.getProjectObject(), user);
  }

  @Override
  public boolean hasPermission(ProjectPermissionKey key, Project project, ApplicationUser user) {
    return keys(key, user).contains(project.getKey())
        && keys(BROWSE, user).contains(project.getKey());
  }

  /** The projects in which the user, null for the anonymous, has the permission; by key. */
  public List<HostProject> projects(ProjectPermissionKey key, ApplicationUser user) {
    Set<String> keys = keys(key, user);
    keys.retainAll(keys(BROWSE, user));
    return projects.all().stream().filter(p -> keys.contains(p.key())).toList();
  }

  /** Selects the keys of the projects that the user may browse. */
  static Sql browsable(ApplicationUser user) {
    return granted(BROWSE, user);
  }

  /**
   * Does nothing if the user may.
   *
   * @throws NotAllowedException if not
   */
  void require(ProjectPermissionKey key, Project project, ApplicationUser user) {
    if (!hasPermission(key, project, user)) {
      throw new NotAllowedException(
          "You do not have the permission " + key.permissionKey() + " in " + project.getName());
    }
  }

  private Set<String> keys(ProjectPermissionKey key, ApplicationUser user) {
    Sql granted = granted(key, user);
    return new HashSet<>(jdbc.queryForList(granted.text(), String.class, granted.arguments()));
  }

  private static Sql granted(ProjectPermissionKey key, ApplicationUser user) {
    return Sql.of(
        """
        SELECT G.PROJECT_KEY FROM HOST_PROJECT_PERMISSION G
        WHERE G.PERMISSION = ? AND (G.GROUP_NAME = '*' OR G.GROUP_NAME IN (
          SELECT M.GROUP_NAME FROM HOST_MEMBERSHIP M JOIN HOST_USER U ON U.USER_KEY = M.USER_KEY
          WHERE M.USER_KEY = ? AND U.ACTIVE))""",
        key.permissionKey(),
        user == null ? "" : user.getKey());
  }
}
