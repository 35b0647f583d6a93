package dev.drumbeat.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.IssueFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A query is asked about one issue alone, as its asker sees it. */
class IssueMatchesTest {

  private final IssueHost host = new IssueHost();
  private final HostIssue lead = host.issue(host.sales, IssueFields.of("A lead"));

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_query_finds_the_issue_that_is_meant_and_not_its_neighbours() {
    host.issue(host.sales, IssueFields.of("Another").withStatus(HostStatus.DONE));

    assertThat(match("status = Done OR status = \"In Progress\"")).isFalse();
    assertThat(match("status = \"To Do\" ORDER BY key")).isTrue();
    assertThat(match("ORDER BY key")).isTrue();
  }

  private boolean match(String jql) {
    IssueMatch match = host.matches.of(jql, lead.key(), host.sam.key());
    return ((IssueMatch.Known) match).found();
  }

  @Test
  void a_query_that_cannot_be_asked_is_no_answer() {
    assertThat(host.matches.of("phase = 3", lead.key(), host.sam.key()).refusal()).isPresent();
    assertThat(host.matches.of("status =", lead.key(), host.sam.key()).refusal()).isPresent();
    assertThat(host.matches.refusal("status = Done", host.sam.key())).isEmpty();
    assertThat(host.matches.refusal("project = SALES", host.bob.key())).isPresent();
  }
}
