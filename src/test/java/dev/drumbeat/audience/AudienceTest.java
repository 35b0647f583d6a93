package dev.drumbeat.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.issue.search.SearchRequest;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.InvalidInput.Problem;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private final IssueHost host = new IssueHost();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_query_finds_the_reporters_in_the_order_of_keys() {
    HostIssue first = host.issue(host.sales, lead("First").withReporter(host.lena));
    HostIssue second = host.issue(host.sales, lead("Second").withReporter(host.bob));

    assertThat(host.candidates(jql("project = SALES order by created desc")))
        .containsExactly(
            new Candidate(first.id(), first.key(), "lena@example.com", "Lena Lead"),
            new Candidate(second.id(), second.key(), "bob@example.com", "Bob Builder"));
  }

  @Test
  void a_filter_is_run_as_the_owner_of_the_campaign_not_of_the_filter() {
    SearchRequest all = host.tracker.filters().add(host.lena, "All", "", "*");
    host.issue(host.sales, lead("Secret"));
    HostIssue open = host.issue(host.open, lead("Open"));

    AudienceRule rule = new AudienceRule(all.getId(), null, "reporter", null);

    assertThat(host.candidates(rule, host.bob))
        .extracting(Candidate::issueKey)
        .containsExactly(open.key());
    assertThat(host.audience.count(rule, host.bob.key())).isEqualTo(1);
    assertThat(host.audience.count(rule, host.sam.key())).isEqualTo(2);
  }

  @Test
  void an_address_may_stand_in_a_custom_field() {
    HostField email = host.tracker.customFields().add("Lead email", FieldKind.TEXT);
    HostField partner = host.tracker.customFields().add("Partner", FieldKind.USER);
    host.issue(host.sales, lead("A").with(email, "ann@example.org").with(partner, host.bob));

    assertThat(host.candidates(rule("project = SALES", email.getId())))
        .extracting(Candidate::rawAddress, Candidate::name)
        .containsExactly(tuple("ann@example.org", null));
    assertThat(host.candidates(rule("project = SALES", partner.getId())))
        .extracting(Candidate::rawAddress)
        .containsExactly("bob@example.com");
  }

  @Test
  void every_watcher_is_a_candidate() {
    HostIssue issue = host.issue(host.sales, lead("Watched"));
    host.tracker.watchers().start(host.lena, issue);
    host.tracker.watchers().start(host.bob, issue);

    assertThat(host.candidates(rule("project = SALES", "watchers")))
        .extracting(Candidate::rawAddress)
        .containsExactlyInAnyOrder("lena@example.com", "bob@example.com");
  }

  @Test
  void an_issue_without_an_address_is_not_left_out_in_silence() {
    HostIssue issue = host.issue(host.sales, lead("Nobody"));

    assertThat(host.candidates(rule("project = SALES", "assignee")))
        .containsExactly(new Candidate(issue.id(), issue.key(), null, null));
  }

  @Test
  void many_issues_of_several_projects_come_once_each() {
    host.issues(1_203, host.lena);
    for (int n = 0; n < 3; n++) {
      host.issue(host.open, lead("Open " + n));
    }

    List<Candidate> all = host.candidates(jql("summary ~ Lead OR summary ~ Open"));

    assertThat(all).hasSize(1_206).extracting(Candidate::issueId).doesNotHaveDuplicates();
  }

  @Test
  void the_words_order_by_in_a_quoted_text_are_no_order() {
    HostIssue issue = host.issue(host.sales, lead("please order by phone"));

    assertThat(host.candidates(jql("summary ~ \"order by phone\" ORDER BY key")))
        .extracting(Candidate::issueKey)
        .containsExactly(issue.key());
  }

  @Test
  void a_query_that_does_not_parse_is_refused_with_what_jira_says() {
    assertThat(problems(jql("project = = SALES")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("audience.jql");
              assertThat(problem.reason().key()).isEqualTo("drumbeat.audience.jql");
              assertThat(problem.reason().arguments().toString()).contains("character");
            });
    assertThatThrownBy(() -> host.candidates(jql("project = = SALES")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_query_over_a_field_that_does_not_exist_is_refused() {
    assertThat(problems(jql("colour = red")))
        .extracting(Problem::field)
        .containsExactly("audience.jql");
  }

  @Test
  void a_filter_that_is_gone_and_one_that_may_not_be_seen_are_refused_alike() {
    SearchRequest gone = host.tracker.filters().add(host.sam, "Gone", "");
    host.tracker.filters().delete(host.sam, gone.getId());
    SearchRequest hidden = host.tracker.filters().add(host.lena, "Hidden", "");

    for (SearchRequest filter : List.of(gone, hidden)) {
      assertThat(problems(new AudienceRule(filter.getId(), null, "reporter", null)))
          .containsExactly(
              new Problem(
                  "audience.filterId",
                  Reason.of("drumbeat.audience.no-filter", Long.toString(filter.getId()))));
    }
  }

  @Test
  void a_rule_needs_a_filter_or_a_query_and_not_both() {
    assertThat(keys(new AudienceRule(null, null, "reporter", null)))
        .containsExactly("drumbeat.audience.filter-or-jql");
    assertThat(keys(new AudienceRule(null, " ", "reporter", null)))
        .containsExactly("drumbeat.audience.filter-or-jql");
    assertThat(keys(new AudienceRule(1L, "project = SALES", "reporter", null)))
        .containsExactly("drumbeat.audience.filter-or-jql");
  }

  @Test
  void fields_and_limits_that_make_no_sense_are_all_named() {
    AudienceRule rule = new AudienceRule(null, "project = SALES", "customfield_99", 100_001);

    assertThat(problems(rule))
        .extracting(Problem::field)
        .containsExactly("audience.addressField", "audience.limit");
  }

  @Test
  void nobody_reads_for_somebody_who_was_deactivated() {
    host.issue(host.sales, lead("A"));
    host.users.deactivate(host.sam);

    assertThatThrownBy(() -> host.audience.count(jql("project = SALES"), host.sam.key()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.problems().get(0).reason().key())
                    .isEqualTo("drumbeat.audience.user-inactive"));
  }

  @Test
  void the_thread_belongs_to_its_own_user_again_afterwards() {
    host.current.set(host.bob);
    host.issue(host.sales, lead("A"));

    host.candidates(jql("project = SALES"));

    assertThat(host.current.get()).isEqualTo(host.bob);
  }

  private static IssueFields lead(String summary) {
    return IssueFields.of(summary);
  }

  private static AudienceRule jql(String jql) {
    return rule(jql, "reporter");
  }

  private static AudienceRule rule(@Nullable String jql, String field) {
    return new AudienceRule(null, jql, field, null);
  }

  private List<Problem> problems(AudienceRule rule) {
    Problems problems = new Problems();
    host.audience.check(rule, host.sam.key(), problems, "audience");
    try {
      problems.refuse();
      return List.of();
    } catch (InvalidInput refused) {
      return refused.problems();
    }
  }

  private List<String> keys(AudienceRule rule) {
    return problems(rule).stream().map(problem -> problem.reason().key()).toList();
  }
}
