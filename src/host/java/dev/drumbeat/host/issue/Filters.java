package dev.drumbeat.host.issue;

import com.atlassian.jira.bc.JiraServiceContext;
import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.JqlParser;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Saved filters. The owner sees a filter, and so do the members of the groups it is shared with,
 * among which {@link Projects#ANYBODY} stands for everybody.
 */
public final class Filters implements SearchRequestService {

  private static final String SELECT =
      "SELECT F.ID F_ID, F.FILTER_NAME, F.JQL, "
          + Users.columns("O")
          + " FROM HOST_FILTER F"
          + " JOIN HOST_USER O ON O.USER_KEY = F.OWNER_KEY WHERE ";

  private static final String VISIBLE =
      """
      (F.OWNER_KEY = ? OR F.ID IN (
        SELECT S.FILTER_ID FROM HOST_FILTER_SHARE S WHERE S.GROUP_NAME = '*' OR S.GROUP_NAME IN (
          SELECT M.GROUP_NAME FROM HOST_MEMBERSHIP M WHERE M.USER_KEY = ?)))""";

  private final Database database;
  private final JdbcTemplate jdbc;

  Filters(Database database) {
    this.database = database;
    this.jdbc = database.jdbc();
  }

  /**
   * Saves a filter.
   *
   * @param groups whom it is shared with; none keeps it private
   * @throws InvalidFieldException when it has no name or the query does not parse
   */
  public SearchRequest add(HostUser owner, String name, String jql, String... groups) {
    checkName(name);
    checkQuery(jql);
    Long id = database.transactions().execute(status -> insert(owner, name.strip(), jql, groups));
    return visible(owner, id).orElseThrow();
  }

  /**
   * Gives one's own filter another name and query.
   *
   * @throws InvalidFieldException when it has no name or the query does not parse
   * @throws NotAllowedException when the filter is not the user's
   */
  public void change(HostUser by, Long id, String name, String jql) {
    checkName(name);
    checkQuery(jql);
    requireOwner(
        jdbc.update(
            "UPDATE HOST_FILTER SET FILTER_NAME = ?, JQL = ? WHERE ID = ? AND OWNER_KEY = ?",
            name.strip(),
            jql,
            id,
            by.key()));
  }

  /**
   * Deletes one's own filter.
   *
   * @throws NotAllowedException when the filter is not the user's
   */
  public void delete(HostUser by, Long id) {
    requireOwner(
        jdbc.update("DELETE FROM HOST_FILTER WHERE ID = ? AND OWNER_KEY = ?", id, by.key()));
  }

  /** The filters that the user, null for the anonymous, may see; by name. */
  public List<SearchRequest> visible(ApplicationUser user) {
    return jdbc.query(
        SELECT + VISIBLE + " ORDER BY F.FILTER_NAME, F.ID", Filters::read, key(user), key(user));
  }

  /** One filter if the user, null for the anonymous, may see it. */
  public Optional<SearchRequest> visible(ApplicationUser user, Long id) {
    return jdbc
        .query(SELECT + "F.ID = ? AND " + VISIBLE, Filters::read, id, key(user), key(user))
        .stream()
        .findFirst();
  }

  @Override
  public SearchRequest getFilter(JiraServiceContext ctx, Long filterId) {
    SearchRequest filter = visible(ctx.getLoggedInApplicationUser(), filterId).orElse(null);
    if (filter == null) {
      ctx.getErrorCollection()
          .addErrorMessage(
              "The selected filter is not available to you, perhaps it has been deleted or had its"
                  + " permissions changed.");
    }
    return filter;
  }

  /** The host knows no stars: one's own filters are the favourites. */
  @Override
  public Collection<SearchRequest> getFavouriteFilters(ApplicationUser user) {
    return getOwnedFilters(user);
  }

  @Override
  public Collection<SearchRequest> getOwnedFilters(ApplicationUser user) {
    return jdbc.query(
        SELECT + "F.OWNER_KEY = ? ORDER BY F.FILTER_NAME, F.ID", Filters::read, key(user));
  }

  private static void requireOwner(int rows) {
    if (rows == 0) {
      throw new NotAllowedException("You can change your own filters only.");
    }
  }

  private static void checkName(String name) {
    if (name == null || name.isBlank() || name.length() > 255) {
      throw new InvalidFieldException(
          "filterName", "A filter needs a name of up to 255 characters.");
    }
  }

  private static void checkQuery(String jql) {
    try {
      JqlParser.parse(jql);
    } catch (JqlException e) {
      throw new InvalidFieldException("jql", e.getMessage());
    }
  }

  private Long insert(HostUser owner, String name, String jql, String... groups) {
    KeyHolder id = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO HOST_FILTER (OWNER_KEY, FILTER_NAME, JQL) VALUES (?, ?, ?)",
                  new String[] {"id"});
          insert.setString(1, owner.key());
          insert.setString(2, name);
          insert.setString(3, jql);
          return insert;
        },
        id);
    for (String group : groups) {
      jdbc.update(
          "INSERT INTO HOST_FILTER_SHARE (FILTER_ID, GROUP_NAME) VALUES (?, ?)",
          id.getKeyAs(Long.class),
          group);
    }
    return id.getKeyAs(Long.class);
  }

  private static SearchRequest read(ResultSet row, int n) throws SQLException {
    return new SearchRequest(
        row.getLong("F_ID"),
        row.getString("FILTER_NAME"),
        JqlParser.parse(row.getString("JQL")),
        Users.read(row, "O"));
  }

  private static String key(ApplicationUser user) {
    return user == null ? "" : user.getKey();
  }
}
