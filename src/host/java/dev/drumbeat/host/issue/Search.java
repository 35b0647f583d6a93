package dev.drumbeat.host.issue;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.JqlParser;
import dev.drumbeat.host.issue.jql.JqlQuery;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Search by JQL: one statement finds the page, permissions included. As in Jira a search does not
 * validate: a condition that {@link #validateQuery} complains of simply holds for no issue.
 */
public final class Search implements SearchService {

  private final JdbcTemplate jdbc;
  private final SearchFields fields;
  private final IssueReader reader;
  private final InstantSource clock;

  Search(JdbcTemplate jdbc, SearchFields fields, InstantSource clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.reader = new IssueReader(jdbc);
    this.clock = clock;
  }

  /** Reads the text; the result has a query or says what is wrong where. */
  @Override
  public ParseResult parseQuery(ApplicationUser searcher, String query) {
    MessageSet errors = new MessageSetImpl();
    try {
      return new ParseResult(JqlParser.parse(query), errors);
    } catch (JqlException e) {
      errors.addErrorMessage(e.getMessage());
      return new ParseResult(null, errors);
    }
  }

  /** Fields, operators and values that make no sense, or do not exist for the searcher. */
  @Override
  public MessageSet validateQuery(ApplicationUser searcher, Query query) {
    MessageSet errors = new MessageSetImpl();
    compile(searcher, query).errors().forEach(errors::addErrorMessage);
    return errors;
  }

  /** The issues from the pager's start on, at most its max; all of them when that is negative. */
  @Override
  public SearchResults<Issue> search(ApplicationUser searcher, Query query, PagerFilter<?> pager) {
    SearchStatement statement = compile(searcher, query);
    Sql page = statement.page(Math.max(0, pager.getStart()), pager.getMax());
    List<Long> ids = jdbc.queryForList(page.text(), Long.class, page.arguments());
    List<Issue> issues = new ArrayList<>(reader.read(ids));
    return new SearchResults<>(issues, Math.toIntExact(count(statement)));
  }

  @Override
  public long searchCount(ApplicationUser searcher, Query query) {
    return count(compile(searcher, query));
  }

  /** The text as it was written. */
  @Override
  public String getJqlString(Query query) {
    return query.getQueryString();
  }

  private long count(SearchStatement statement) {
    Sql count = statement.count();
    return jdbc.queryForObject(count.text(), Long.class, count.arguments());
  }

  private SearchStatement compile(ApplicationUser searcher, Query query) {
    JqlQuery parsed = query instanceof JqlQuery jql ? jql : JqlParser.parse(query.getQueryString());
    return SearchStatement.of(parsed, fields, new Searcher(searcher, clock.instant()));
  }
}
