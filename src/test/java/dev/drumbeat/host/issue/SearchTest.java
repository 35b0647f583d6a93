package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.bc.issue.search.SearchService.ParseResult;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import dev.drumbeat.host.user.HostUser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small stock of issues for all tests: SALES-1 to SALES-6 and OPEN-1. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchTest {

  private final TrackerFixture host = new TrackerFixture();
  private final Search search = host.tracker.search();

  @BeforeAll
  void fill() {
    HostField company = host.tracker.customFields().add("Company", FieldKind.TEXT);
    HostField end = host.tracker.customFields().add("Contract end", FieldKind.DATE);
    HostField seats = host.tracker.customFields().add("Seats", FieldKind.NUMBER);
    HostField lead = host.tracker.customFields().add("Account lead", FieldKind.USER);
    issue(
        IssueFields.of("Brass engines: demo")
            .with(company, "Brass 100%_Ltd")
            .with(end, LocalDate.of(2026, 6, 10))
            .with(seats, 5.0)
            .with(lead, host.sam)
            .withLabels(List.of("web", "hot")));
    issue(
        IssueFields.of("Copper engines: price list")
            .withStatus(HostStatus.DONE)
            .withAssignee(host.sam)
            .with(company, "Copper GmbH")
            .with(seats, 12.5)
            .withLabels(List.of("fair")));
    issue(
        IssueFields.of("Iron bridges")
            .withStatus(HostStatus.IN_PROGRESS)
            .withAssignee(host.lena)
            .withPriority(HostPriority.HIGHEST)
            .with(end, LocalDate.of(2026, 9, 1)));
    issue(
        IssueFields.of("Zinc roofs")
            .withType(HostIssueType.BUG)
            .withReporter(host.lena)
            .withDueOn(LocalDate.of(2026, 6, 3)));
    issue(
        IssueFields.of("Alum windows")
            .withPriority(HostPriority.LOW)
            .withDescription("Asked for a demo of brass handles"));
    issue(IssueFields.of("Tin cans").withDueOn(LocalDate.of(2026, 12, 24)));
    host.tracker.issues().create(host.sam, host.open, IssueFields.of("Open engine"));
    host.clock.advance(Duration.ofHours(2));
  }

  @AfterAll
  void close() {
    host.close();
  }

  /** Each issue is a day older than the next one. */
  private void issue(IssueFields fields) {
    host.issue(fields);
    host.clock.advance(Duration.ofDays(1));
  }

  private Query query(ApplicationUser user, String jql) {
    ParseResult result = search.parseQuery(user, jql);
    assertThat(result.getErrors().getErrorMessages()).isEmpty();
    return result.getQuery();
  }

  private String found(ApplicationUser user, String jql) {
    Query query = query(user, jql);
    assertThat(search.validateQuery(user, query).getErrorMessages()).isEmpty();
    return keys(search.search(user, query, new PagerFilter<>(0, 100)));
  }

  private static String keys(SearchResults<Issue> results) {
    List<String> keys = results.getResults().stream().map(Issue::getKey).toList();
    return String.join(" ", keys).replace("SALES-", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          project = SALES                              | 1 2 3 4 5 6
          project = sales                              | 1 2 3 4 5 6
          project = "Open to all"                      | OPEN-1
          project != SALES                             | OPEN-1
          project in (SALES, OPEN)                     | OPEN-1 1 2 3 4 5 6
          status = Done                                | 2
          status = "to do" AND project = SALES         | 1 4 5 6
          status != "To Do"                            | 2 3
          status in (Done, "In Progress")              | 2 3
          status not in (Done, "In Progress", "To Do") | ``
          issuetype = Bug                              | 4
          type != Task                                 | 4
          priority = Highest                           | 3
          assignee = sam                               | 2
          assignee = SAM                               | 2
          assignee != sam                              | 3
          NOT assignee = sam                           | 3
          assignee is empty AND project = SALES        | 1 4 5 6
          assignee is not empty                        | 2 3
          assignee in (sam, EMPTY) AND project = SALES | 1 2 4 5 6
          assignee = currentUser()                     | 2
          reporter in (currentUser(), lena)            | OPEN-1 1 2 3 4 5 6
          reporter = lena                              | 4
          labels = web                                 | 1
          labels in (hot, fair)                        | 1 2
          labels != web                                | 2
          labels is empty AND project = SALES          | 3 4 5 6
          labels = nowhere                             | ``
          key = SALES-3                                | 3
          issuekey = sales-3                           | 3
          key in (SALES-3, OPEN-1)                     | OPEN-1 3
          key not in (SALES-3, OPEN-1)                 | 1 2 4 5 6
          key > SALES-4                                | 5 6
          key >= SALES-4 AND key < SALES-6             | 4 5
          key <= SALES-2                               | 1 2
          id = 10000                                   | 1
          summary ~ engines                            | 1 2
          summary ~ "ENGINES price"                    | 2
          summary ~ "price engines"                    | 2
          summary ~ '"engines: price"'                 | 2
          summary ~ '"price engines"'                  | ``
          summary ~ "engin*"                           | OPEN-1 1 2
          summary !~ engine                            | 3 4 5 6
          description ~ brass                          | 5
          description !~ brass                         | ``
          description is empty                         | OPEN-1 1 2 3 4 6
          text ~ brass                                 | 1 5
          text ~ copper                                | 2
          text !~ engine AND text !~ brass             | 3 4 6
          due = 2026-06-03                             | 4
          due <= "2026/06/03"                          | 4
          due > 2026-06-03                             | 6
          due is empty                                 | OPEN-1 1 2 3 5
          due < now()                                  | 4
          due <= 30w                                   | 4 6
          due > 7d AND due <= 52w                      | 6
          created >= -2d                               | OPEN-1 6
          created < -4d                                | 1 2 3
          created > "2026-06-03 09:59" AND created <= "2026-06-03 10:00" | 3
          updated <= 2026-06-02                        | 1
          created >= "-1d 2h"                          | OPEN-1 6
          Company ~ ltd                                | 1
          cf[10000] ~ "100%_"                          | 1
          Company ~ "1000"                             | ``
          Company is not empty                         | 1 2
          "contract END" <= 90d                        | 1 3
          "Contract end" <= 2026-06-10                 | 1
          "Contract end" != 2026-06-10                 | 3
          "Contract end" is empty AND project = SALES  | 2 4 5 6
          Seats > 5                                    | 2
          Seats >= 5                                   | 1 2
          Seats = "12.5"                               | 2
          "Account lead" = sam                         | 1
          "Account lead" = currentUser()               | 1
          "Account lead" is empty AND type = Bug       | 4
          status = Done OR type = Bug AND key = SALES-4 | 2 4
          (status = Done OR type = Bug) AND key = SALES-4 | 4
          NOT (status = Done OR type = Bug) AND project = SALES | 1 3 5 6
          ``                                           | OPEN-1 1 2 3 4 5 6
          """)
  void a_query_finds(String jql, String keys) {
    assertThat(found(host.sam, jql + " ORDER BY key")).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key                          | 1 2 3 4 5 6
          key DESC                     | 6 5 4 3 2 1
          status, key                  | 1 4 5 6 3 2
          priority, key                | 3 1 2 4 6 5
          priority desc, status, key   | 5 1 4 6 2 3
          summary                      | 5 1 2 3 6 4
          due, key                     | 4 6 1 2 3 5
          due desc, key                | 1 2 3 5 6 4
          created desc                 | 6 5 4 3 2 1
          assignee, key                | 3 2 1 4 5 6
          "Contract end", key          | 1 3 2 4 5 6
          Seats DESC, key              | 3 4 5 6 2 1
          Company, key                 | 1 2 3 4 5 6
          "Account lead", key          | 1 2 3 4 5 6
          reporter, project            | 4 6 5 3 2 1
          issuetype desc, key desc     | 4 6 5 3 2 1
          """)
  void issues_are_sorted_by(String order, String keys) {
    assertThat(found(host.sam, "project = SALES ORDER BY " + order)).isEqualTo(keys);
  }

  @Test
  void the_newest_key_comes_first_unless_said_otherwise() {
    assertThat(found(host.sam, "project = SALES")).isEqualTo("6 5 4 3 2 1");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 1 2", "2, 2, 3 4", "4, 10, 5 6", "6, 10, ''", "0, 0, ''", "4, -1, 5 6"})
  void a_page_begins_and_ends_where_it_was_asked_to(int start, int max, String keys) {
    Query query = query(host.sam, "project = SALES ORDER BY key");

    SearchResults<Issue> page = search.search(host.sam, query, new PagerFilter<>(start, max));

    assertThat(keys(page)).isEqualTo(keys);
    assertThat(page.getTotal()).isEqualTo(6);
    assertThat(search.searchCount(host.sam, query)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          color = red               | Field 'color' does not exist.
          cf[99] = red              | Field 'cf[99]' does not exist.
          project = NOWHERE         | The value 'NOWHERE' does not exist for the field 'project'.
          status = Waiting          | The value 'Waiting' does not exist for the field 'status'.
          assignee = nobody         | The value 'nobody' does not exist for the field 'assignee'.
          "Account lead" = nobody   | The value 'nobody' does not exist for the field 'Account lead'.
          key = SALES-99            | An issue with key 'SALES-99' does not exist for field 'key'.
          key > SALES-99            | An issue with key 'SALES-99' does not exist for field 'key'.
          key = currentUser()       | An issue with key 'currentUser()' does not exist for field 'key'.
          status ~ Done             | The operator '~' is not supported by the 'status' field.
          status > Done             | The operator '>' is not supported by the 'status' field.
          summary = x               | The operator '=' is not supported by the 'summary' field.
          Company = x               | The operator '=' is not supported by the 'Company' field.
          due ~ x                   | The operator '~' is not supported by the 'due' field.
          due < EMPTY               | The operator '<' of the field 'due' cannot be used with EMPTY; use 'is'.
          Seats > many              | The value 'many' of the field 'Seats' is no number.
          due < startOfDay()        | The function 'startOfDay()' does not exist for the field 'due'.
          status = currentUser()    | The function 'currentUser()' does not exist for the field 'status'.
          due < soon                | Date value 'soon' for field 'due' is invalid. Valid formats are 'yyyy-MM-dd', 'yyyy-MM-dd HH:mm', the same with '/', and periods such as '-5d' or '4w 2d'.
          due < 2026-02-30          | Date value '2026-02-30' for field 'due' is invalid. Valid formats are 'yyyy-MM-dd', 'yyyy-MM-dd HH:mm', the same with '/', and periods such as '-5d' or '4w 2d'.
          order by color            | Field 'color' does not exist.
          order by labels           | Not able to sort using field 'labels'.
          order by text             | Not able to sort using field 'text'.
          """)
  void what_does_not_exist_or_fit_is_named(String jql, String error) {
    Query query = query(host.sam, jql);

    assertThat(search.validateQuery(host.sam, query).getErrorMessages()).containsExactly(error);
  }

  @Test
  void all_that_is_wrong_is_named_at_once() {
    Query query = query(host.sam, "color = red OR status = Waiting ORDER BY shape");

    assertThat(search.validateQuery(host.sam, query).getErrorMessages()).hasSize(3);
  }

  @Test
  void a_wrong_condition_holds_for_no_issue_when_nobody_validates() {
    Query query = query(host.sam, "assignee = nobody OR key = SALES-1 ORDER BY color");

    assertThat(keys(search.search(host.sam, query, new PagerFilter<>(0, 9)))).isEqualTo("1");
  }

  @Test
  void text_that_does_not_parse_has_no_query_but_an_error() {
    ParseResult result = search.parseQuery(host.sam, "project = ");

    assertThat(result.isValid()).isFalse();
    assertThat(result.getQuery()).isNull();
    assertThat(result.getErrors().getErrorMessages())
        .containsExactly("Error in the JQL Query: Expecting a value before the end of the query");
  }

  @Test
  void the_text_comes_back_as_it_was_written() {
    assertThat(search.getJqlString(query(host.sam, " key=SALES-1 "))).isEqualTo(" key=SALES-1 ");
  }

  @Test
  void nobody_finds_what_they_may_not_browse() {
    assertThat(found(host.sam, "text ~ engine ORDER BY key")).isEqualTo("OPEN-1 1 2");
    assertThat(found(host.bob, "text ~ engine ORDER BY key")).isEqualTo("OPEN-1");
    assertThat(found(null, "text ~ engine ORDER BY key")).isEqualTo("OPEN-1");
    assertThat(search.searchCount(host.bob, query(host.bob, ""))).isEqualTo(1);
  }

  @Test
  void or_and_not_do_not_open_the_door() {
    assertThat(found(host.bob, "key is not empty OR NOT labels = web")).isEqualTo("OPEN-1");
  }

  @Test
  void what_may_not_be_browsed_does_not_exist() {
    assertThat(errors(host.bob, "project = SALES"))
        .containsExactly("The value 'SALES' does not exist for the field 'project'.");
    assertThat(errors(host.bob, "key = SALES-1"))
        .containsExactly("An issue with key 'SALES-1' does not exist for field 'key'.");
  }

  private Iterable<String> errors(ApplicationUser user, String jql) {
    return search.validateQuery(user, query(user, jql)).getErrorMessages();
  }

  @Test
  void the_current_user_of_the_anonymous_is_nobody() {
    assertThat(found(null, "assignee = currentUser()")).isEmpty();
  }

  @Test
  void a_day_begins_at_the_searchers_midnight() {
    HostUser tokyo =
        host.users.add("kei", "x", "Kei", "k@example.com", Locale.JAPAN, ZoneId.of("Asia/Tokyo"));
    host.groups.join(tokyo, "sales");
    // SALES-1 was created at 10:00 UTC, 19:00 in Tokyo.
    assertThat(found(tokyo, "created < '2026-06-01 19:01' AND created > '2026-06-01 18:59'"))
        .isEqualTo("1");
    assertThat(found(host.sam, "created < '2026-06-01 19:01' AND created > '2026-06-01 18:59'"))
        .isEmpty();
  }

  @Test
  void values_never_become_sql() {
    assertThat(found(host.sam, "labels = \"x') OR (1=1\"")).isEmpty();
    assertThat(found(host.sam, "summary ~ \"' OR '1'='1\"")).isEmpty();
  }

  @Test
  void a_saved_filter_is_a_condition_among_others() {
    Filters filters = host.tracker.filters();
    String id = filters.add(host.sam, "Engines", "summary ~ engines").getId().toString();

    assertThat(found(host.sam, "filter = " + id + " AND status = Done")).isEqualTo("2");
    assertThat(found(host.sam, "project = SALES AND filter != Engines ORDER BY key"))
        .isEqualTo("3 4 5 6");
    assertThat(errors(host.lena, "filter = " + id))
        .containsExactly("The value '" + id + "' does not exist for the field 'filter'.");
  }

  @Test
  void a_filter_inside_itself_is_refused() {
    Filters filters = host.tracker.filters();
    Long id = filters.add(host.sam, "Round", "").getId();
    filters.change(host.sam, id, "Round", "filter = " + id);

    assertThat(errors(host.sam, "filter = Round")).singleElement().asString().contains("itself");
  }
}
