package dev.drumbeat.host.user;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.database.Database;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Named groups of users; what a user may do is said by groups alone. */
public final class Groups implements GroupManager {

  private final JdbcTemplate jdbc;
  private final Users users;

  /** Creates the tables where they are missing. */
  public Groups(Database database, Users users) {
    this.jdbc = database.jdbc();
    this.users = users;
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS HOST_GROUP (GROUP_NAME VARCHAR(255) NOT NULL PRIMARY KEY)");
    jdbc.execute(
        """
        CREATE TABLE IF NOT EXISTS HOST_MEMBERSHIP (
          USER_KEY VARCHAR(255) NOT NULL REFERENCES HOST_USER (USER_KEY),
          GROUP_NAME VARCHAR(255) NOT NULL REFERENCES HOST_GROUP (GROUP_NAME),
          PRIMARY KEY (USER_KEY, GROUP_NAME))
        """);
  }

  /** Adds a group; one that exists stays as it is. */
  public void add(String group) {
    if (!groupExists(group)) {
      jdbc.update("INSERT INTO HOST_GROUP (GROUP_NAME) VALUES (?)", group);
    }
  }

  /**
   * Makes the user a member of the group.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  public void join(HostUser user, String group) {
    if (!groupExists(group)) {
      throw new IllegalArgumentException("There is no group named " + group);
    }
    if (!getGroupNamesForUser(user).contains(group)) {
      jdbc.update(
          "INSERT INTO HOST_MEMBERSHIP (USER_KEY, GROUP_NAME) VALUES (?, ?)", user.key(), group);
    }
  }

  /** Ends the user's membership, if there was one. */
  public void leave(HostUser user, String group) {
    jdbc.update(
        "DELETE FROM HOST_MEMBERSHIP WHERE USER_KEY = ? AND GROUP_NAME = ?", user.key(), group);
  }

  /** All groups by name. */
  public List<String> all() {
    return jdbc.queryForList("SELECT GROUP_NAME FROM HOST_GROUP ORDER BY GROUP_NAME", String.class);
  }

  /** The active members of a group, by user name. */
  public List<HostUser> members(String group) {
    return users.all().stream()
        .filter(u -> u.active() && getGroupNamesForUser(u).contains(group))
        .toList();
  }

  /** The groups of a user by name; none for null. */
  @Override
  public List<String> getGroupNamesForUser(ApplicationUser user) {
    return user == null
        ? List.of()
        : jdbc.queryForList(
            "SELECT GROUP_NAME FROM HOST_MEMBERSHIP WHERE USER_KEY = ? ORDER BY GROUP_NAME",
            String.class,
            user.getKey());
  }

  @Override
  public boolean groupExists(String groupName) {
    return jdbc.queryForObject(
            "SELECT COUNT(*) FROM HOST_GROUP WHERE GROUP_NAME = ?", Integer.class, groupName)
        > 0;
  }
}
