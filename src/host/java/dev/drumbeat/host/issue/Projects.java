package dev.drumbeat.host.issue;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** The host's projects and which groups may do what in each. */
public final class Projects implements ProjectManager {

  /** In place of a group: everybody, also those who are not logged in. */
  public static final String ANYBODY = "*";

  static final String COLUMNS =
      "P.ID P_ID, P.PROJECT_KEY P_KEY, P.PROJECT_NAME P_NAME, " + Users.columns("L");

  private static final String SELECT =
      "SELECT " + COLUMNS + " FROM HOST_PROJECT P JOIN HOST_USER L ON L.USER_KEY = P.LEAD_KEY ";

  private final JdbcTemplate jdbc;

  Projects(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * Adds a project in which nobody may do anything yet.
   *
   * @throws InvalidFieldException when the key is taken or is not two to ten capitals and digits
   */
  public HostProject add(String key, String name, HostUser lead) {
    if (!key.matches("[A-Z][A-Z0-9]{1,9}") || getProjectByCurrentKey(key) != null) {
      throw new InvalidFieldException(
          "key", "A project key is unique and has 2 to 10 capitals or digits: '" + key + "'");
    }
    jdbc.update(
        "INSERT INTO HOST_PROJECT (PROJECT_KEY, PROJECT_NAME, LEAD_KEY, LAST_NUMBER)"
            + " VALUES (?, ?, ?, 0)",
        key,
        name,
        lead.key());
    return getProjectByCurrentKey(key);
  }

  /** Lets the members of a group, or {@link #ANYBODY}, do that in the project. */
  public void grant(HostProject project, ProjectPermissionKey permission, String group) {
    revoke(project, permission, group);
    jdbc.update(
        "INSERT INTO HOST_PROJECT_PERMISSION (PROJECT_KEY, PERMISSION, GROUP_NAME)"
            + " VALUES (?, ?, ?)",
        project.key(),
        permission.permissionKey(),
        group);
  }

  /** Takes back what was granted. */
  public void revoke(HostProject project, ProjectPermissionKey permission, String group) {
    jdbc.update(
        "DELETE FROM HOST_PROJECT_PERMISSION"
            + " WHERE PROJECT_KEY = ? AND PERMISSION = ? AND GROUP_NAME = ?",
        project.key(),
        permission.permissionKey(),
        group);
  }

  /** The project of that key, in any case; null when there is none. */
  @Override
  public HostProject getProjectByCurrentKey(String key) {
    if (key == null) {
      return null;
    }
    return jdbc
        .query(SELECT + "WHERE P.PROJECT_KEY = ?", Projects::read, key.toUpperCase(Locale.ROOT))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** All projects by key, whoever may see them. */
  public List<HostProject> all() {
    return jdbc.query(SELECT + "ORDER BY P.PROJECT_KEY", Projects::read);
  }

  @Override
  public List<com.atlassian.jira.project.Project> getProjectObjects() {
    return List.copyOf(all());
  }

  static HostProject read(ResultSet row, int n) throws SQLException {
    return new HostProject(
        row.getLong("P_ID"), row.getString("P_KEY"), row.getString("P_NAME"), Users.read(row, "L"));
  }
}
