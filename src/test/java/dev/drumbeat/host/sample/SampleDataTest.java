package dev.drumbeat.host.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchRequest;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class SampleDataTest {

  private final Database database = Databases.scratch();
  private final HostClock clock = HostClock.standingAt(Instant.parse("2026-06-01T10:00:00Z"));
  private final Users users = new Users(database);
  private final Groups groups = new Groups(database, users);
  private final Tracker tracker = new Tracker(database, users, groups, clock);

  @BeforeAll
  void fill() {
    SampleData data = new SampleData(database, users, groups, tracker, clock);
    data.fill();
    data.fill();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private List<Issue> found(String user, String jql) {
    HostUser searcher = users.getUserByName(user);
    Query query = tracker.search().parseQuery(searcher, jql).getQuery();
    return tracker.search().search(searcher, query, new PagerFilter<>(0, -1)).getResults();
  }

  private HostField field(String name) {
    return tracker.customFields().named(name).orElseThrow();
  }

  private List<Object> values(List<Issue> issues, String field) {
    return issues.stream().map(i -> i.getCustomFieldValue(field(field))).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "admin, jira-administrators jira-software-users",
    "sam, jira-software-users sales",
    "lena, jira-software-users sales sales-leads",
    "bob, jira-software-users",
  })
  void a_user_logs_in_with_their_name_and_is_in_groups(String name, String memberOf) {
    HostUser user = users.authenticate(name, name).orElseThrow();

    assertThat(String.join(" ", groups.getGroupNamesForUser(user))).isEqualTo(memberOf);
  }

  @Test
  void one_user_administers() {
    GlobalPermissions permissions = new GlobalPermissions(groups);

    assertThat(users.all())
        .filteredOn(permissions::isAdministrator)
        .extracting(HostUser::username)
        .containsExactly("admin");
  }

  @ParameterizedTest
  @CsvSource({
    "admin, 60, 12, 3",
    "sam, 60, 12, 0",
    "lena, 60, 12, 0",
    "bob, 0, 12, 0",
  })
  void each_sees_their_projects(String user, int sales, int renewals, int secret) {
    assertThat(found(user, "project = SALES")).hasSize(sales);
    assertThat(found(user, "project = RENEWALS")).hasSize(renewals);
    assertThat(found(user, "project = SECRET")).hasSize(secret);
  }

  @Test
  void one_lead_has_no_address_and_two_share_one() {
    List<Issue> leads = found("sam", "project = SALES");
    List<Object> given = values(leads, "Lead email").stream().filter(Objects::nonNull).toList();
    Set<Object> different = new HashSet<>(given);

    assertThat(given).hasSize(59);
    assertThat(different).hasSize(58);
    assertThat(different)
        .allSatisfy(a -> assertThat((String) a).matches("[a-z.]+@example\\.(com|org)"));
    assertThat(found("sam", "project = SALES AND \"Lead email\" is empty AND status != Done"))
        .hasSize(1);
    assertThat(found("sam", "'Lead email' ~ 'simon.keller@example.com' AND status != Done"))
        .hasSize(2);
  }

  @Test
  void every_lead_has_a_name_a_company_and_people_who_care() {
    assertThat(found("sam", "project = SALES"))
        .allSatisfy(
            lead -> {
              assertThat(lead.getCustomFieldValue(field("First name"))).isNotNull();
              assertThat(lead.getCustomFieldValue(field("Account lead"))).isNotNull();
              assertThat(lead.getReporter()).isNotNull();
              assertThat(lead.getAssignee()).isNotNull();
              assertThat(lead.getLabels()).isNotEmpty();
              assertThat(lead.getSummary())
                  .startsWith(lead.getCustomFieldValue(field("Company")) + ": ");
            });
  }

  @Test
  void leads_stand_in_every_status() {
    assertThat(found("sam", "project = SALES AND status = 'To Do'")).hasSize(48);
    assertThat(found("sam", "project = SALES AND status = 'In Progress'")).hasSize(7);
    assertThat(found("sam", "project = SALES AND status = Done")).hasSize(5);
  }

  @Test
  void contracts_end_within_the_next_120_days() {
    Timestamp today = Timestamp.valueOf(LocalDate.of(2026, 6, 1).atStartOfDay());
    Timestamp last = Timestamp.valueOf(LocalDate.of(2026, 9, 29).atStartOfDay());

    assertThat(values(found("lena", "project = RENEWALS"), "Contract end"))
        .hasSize(12)
        .doesNotHaveDuplicates()
        .contains(last)
        .allSatisfy(end -> assertThat((Timestamp) end).isAfter(today).isBeforeOrEqualTo(last));
    assertThat(field("Contract value").kind()).isEqualTo(FieldKind.NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"All leads, 60", "Open leads, 55", "Renewals due, 9"})
  void a_shared_filter_finds(String name, int count) {
    SearchRequest filter = filter("sam", name);

    assertThat(found("sam", filter.getQuery().getQueryString())).hasSize(count);
  }

  private SearchRequest filter(String user, String name) {
    return tracker.filters().visible(users.getUserByName(user)).stream()
        .filter(f -> f.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_private_filter_is_seen_by_its_owner_alone() {
    assertThat(tracker.filters().visible(users.getUserByName("sam")))
        .extracting(SearchRequest::getName)
        .containsExactly("All leads", "Open leads", "Renewals due");
    assertThat(filter("admin", "My private filter").getOwner().getUsername()).isEqualTo("admin");
  }
}
