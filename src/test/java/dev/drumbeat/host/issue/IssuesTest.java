package dev.drumbeat.host.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.issue.label.Label;
import dev.drumbeat.host.issue.ChangeHistory.Change;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuesTest {

  private final TrackerFixture host = new TrackerFixture();
  private final Issues issues = host.tracker.issues();

  @AfterEach
  void close() {
    host.close();
  }

  private HostField field(String name, FieldKind kind) {
    return host.tracker.customFields().add(name, kind);
  }

  @Test
  void keys_count_up_in_each_project() {
    host.issue("First");
    HostIssue second = host.issue("Second");
    HostIssue other = issues.create(host.sam, host.open, IssueFields.of("Elsewhere"));

    assertThat(second.getKey()).isEqualTo("SALES-2");
    assertThat(other.getKey()).isEqualTo("OPEN-1");
  }

  @Test
  void everything_written_is_read_back() {
    IssueFields fields =
        IssueFields.of("Analytical Engines: demo")
            .withType(HostIssueType.STORY)
            .withDescription("Asked twice")
            .withStatus(HostStatus.IN_PROGRESS)
            .withPriority(HostPriority.HIGH)
            .withReporter(host.lena)
            .withAssignee(host.sam)
            .withDueOn(LocalDate.of(2026, 7, 1))
            .withLabels(List.of("web", "fair"));

    HostIssue read = issues.getIssueByCurrentKey(host.issue(fields).getKey());

    assertThat(read.fields()).isEqualTo(fields);
    assertThat(read.getDueDate()).isEqualTo(Timestamp.valueOf("2026-07-01 00:00:00"));
    assertThat(read.getCreated().toInstant()).isEqualTo(TrackerFixture.MONDAY);
    assertThat(read.getLabels()).extracting(Label::getLabel).containsExactly("fair", "web");
  }

  @Test
  void custom_fields_answer_the_types_of_jira() {
    HostField text = field("Company", FieldKind.TEXT);
    HostField date = field("Contract end", FieldKind.DATE);
    HostField number = field("Seats", FieldKind.NUMBER);
    HostField user = field("Account lead", FieldKind.USER);

    HostIssue issue =
        host.issue(
            IssueFields.of("Renewal")
                .with(text, "Brass Ltd")
                .with(date, LocalDate.of(2026, 8, 31))
                .with(number, 12.5)
                .with(user, host.lena));

    assertThat(issue.getCustomFieldValue(text)).isEqualTo("Brass Ltd");
    assertThat(issue.getCustomFieldValue(date)).isEqualTo(Timestamp.valueOf("2026-08-31 00:00:00"));
    assertThat(issue.getCustomFieldValue(number)).isEqualTo(12.5);
    assertThat(issue.getCustomFieldValue(user)).isEqualTo(host.lena);
    assertThat(host.issue("None").getCustomFieldValue(text)).isNull();
  }

  @Test
  void custom_fields_are_known_by_jiras_ids() {
    HostField date = field("Contract end", FieldKind.DATE);

    assertThat(host.tracker.customFields().getCustomFieldObject(date.getId())).isEqualTo(date);
    assertThat(date.getId()).isEqualTo("customfield_10000");
    assertThatThrownBy(() -> field("CONTRACT END", FieldKind.TEXT))
        .hasMessage("There is already a field named 'CONTRACT END'");
  }

  @Test
  void an_issue_is_a_snapshot_and_reading_again_is_fresh() {
    HostIssue before = host.issue("Before");

    issues.update(host.lena, before, f -> f.withSummary("After"));

    assertThat(before.getSummary()).isEqualTo("Before");
    assertThat(issues.getIssueObject(before.getId()).getSummary()).isEqualTo("After");
  }

  @Test
  void a_change_is_written_to_the_history_field_by_field() {
    HostField company = field("Company", FieldKind.TEXT);
    HostIssue issue = host.issue("Renewal");
    host.clock.advance(Duration.ofHours(1));

    HostIssue changed =
        issues.update(
            host.lena,
            issue,
            f -> f.withStatus(HostStatus.DONE).withAssignee(host.sam).with(company, "Brass Ltd"));

    assertThat(host.tracker.history().of(issue))
        .extracting(Change::by, Change::field, Change::from, Change::to)
        .containsExactly(
            tuple(host.lena, "status", "To Do", "Done"),
            tuple(host.lena, "assignee", null, "Sam Seller"),
            tuple(host.lena, "Company", null, "Brass Ltd"));
    assertThat(changed.updatedAt()).isEqualTo(TrackerFixture.MONDAY.plusSeconds(3600));
  }

  @Test
  void changing_nothing_leaves_no_trace() {
    HostIssue issue = host.issue("Same");
    host.clock.advance(Duration.ofHours(1));

    HostIssue same = issues.update(host.lena, issue, f -> f.withSummary("Same"));

    assertThat(same.updatedAt()).isEqualTo(issue.updatedAt());
    assertThat(host.tracker.history().of(issue)).isEmpty();
  }

  @Test
  void a_change_starts_from_what_others_have_written_meanwhile() {
    HostIssue stale = host.issue("Lead");
    issues.update(host.lena, stale, f -> f.withAssignee(host.lena));

    HostIssue changed = issues.update(host.sam, stale, f -> f.withStatus(HostStatus.DONE));

    assertThat(changed.getAssignee()).isEqualTo(host.lena);
    assertThat(changed.getStatus()).isEqualTo(HostStatus.DONE);
  }

  @Test
  void a_deleted_issue_is_gone_with_all_that_hung_on_it() {
    HostIssue issue = host.issue(IssueFields.of("Gone").withLabels(List.of("web")));
    issues.update(host.sam, issue, f -> f.withStatus(HostStatus.DONE));
    host.tracker.watchers().start(host.lena, issue);

    issues.delete(host.sam, issue);

    assertThat(issues.getIssueObject(issue.getId())).isNull();
    assertThat(host.tracker.history().of(issue)).isEmpty();
    assertThat(host.tracker.watchers().of(issue)).isEmpty();
    assertThatThrownBy(() -> issues.update(host.sam, issue, f -> f.withSummary("x")))
        .hasMessage("The issue " + issue.getId() + " has been deleted");
  }

  @Test
  void the_number_of_a_deleted_issue_is_not_given_again() {
    issues.delete(host.sam, host.issue("First"));

    assertThat(host.issue("Second").getKey()).isEqualTo("SALES-2");
  }

  @Test
  void an_issue_is_visible_by_its_key_to_those_who_may_browse() {
    host.issue("Lead");

    assertThat(issues.visible(host.sam, "sales-1")).isPresent();
    assertThat(issues.visible(host.bob, "SALES-1")).isEmpty();
    assertThat(issues.visible(null, "SALES-1")).isEmpty();
    assertThat(issues.visible(host.sam, "SALES-2")).isEmpty();
    assertThat(issues.visible(host.sam, "nonsense")).isEmpty();
  }

  @Test
  void those_who_may_not_edit_change_nothing() {
    HostIssue issue = issues.create(host.sam, host.open, IssueFields.of("Readable"));

    assertThatThrownBy(() -> issues.update(host.bob, issue, f -> f.withSummary("Mine")))
        .isInstanceOf(NotAllowedException.class)
        .hasMessage("You do not have the permission EDIT_ISSUES in Open to all");
    assertThatThrownBy(() -> issues.delete(host.bob, issue))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> issues.create(host.bob, host.open, IssueFields.of("Mine")))
        .isInstanceOf(NotAllowedException.class);
    assertThat(issues.getIssueObject(issue.getId()).getSummary()).isEqualTo("Readable");
  }

  @Test
  void the_creator_is_the_reporter_unless_another_is_named() {
    assertThat(host.issue("Own").getReporter()).isEqualTo(host.sam);
    assertThat(host.issue(IssueFields.of("Other").withReporter(host.bob)).getReporter())
        .isEqualTo(host.bob);
  }

  @Test
  void many_issues_are_added_at_once_in_their_order() {
    HostField company = field("Company", FieldKind.TEXT);
    List<NewIssue> many =
        IntStream.rangeClosed(1, 1100)
            .mapToObj(n -> IssueFields.of("Lead " + n).with(company, "Company " + n))
            .map(f -> new NewIssue("SALES", f, TrackerFixture.MONDAY.minusSeconds(60)))
            .toList();

    issues.addAll(many);

    HostIssue last = issues.getIssueByCurrentKey("SALES-1100");
    assertThat(last.getSummary()).isEqualTo("Lead 1100");
    assertThat(last.getCustomFieldValue(company)).isEqualTo("Company 1100");
    assertThat(last.createdAt()).isEqualTo(TrackerFixture.MONDAY.minusSeconds(60));
  }

  @Test
  void watchers_come_and_go() {
    HostIssue issue = host.issue("Lead");
    host.tracker.watchers().start(host.sam, issue);
    host.tracker.watchers().start(host.lena, issue);
    host.tracker.watchers().start(host.lena, issue);

    host.tracker.watchers().stop(host.sam, issue);

    assertThat(host.tracker.watchers().getWatchersUnsorted(issue)).containsExactly(host.lena);
  }

  @Test
  void what_is_written_at_the_same_time_is_not_lost() {
    HostIssue issue = host.issue("Lead");

    IntStream.range(0, 24)
        .mapToObj(n -> CompletableFuture.runAsync(() -> addLabel(issue, "label" + n)))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(issues.getIssueObject(issue.getId()).getLabels()).hasSize(24);
  }

  private void addLabel(HostIssue issue, String label) {
    issues.update(
        host.sam,
        issue,
        fields -> {
          Set<String> labels = new HashSet<>(fields.labels());
          labels.add(label);
          return fields.withLabels(labels);
        });
  }

  @Test
  void each_issue_created_at_the_same_time_has_its_own_key() {
    List<CompletableFuture<String>> created =
        IntStream.range(0, 24)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> host.issue("Lead").getKey()))
            .toList();

    assertThat(created).extracting(CompletableFuture::join).doesNotHaveDuplicates();
    assertThat(issues.getIssueByCurrentKey("SALES-24")).isNotNull();
  }

  @Test
  void a_second_start_finds_the_issues_of_the_first() {
    HostIssue issue = host.issue("Lead");

    Tracker second = new Tracker(host.database, host.users, host.groups, host.clock);

    assertThat(second.issues().getIssueByCurrentKey("SALES-1")).isEqualTo(issue);
  }
}
