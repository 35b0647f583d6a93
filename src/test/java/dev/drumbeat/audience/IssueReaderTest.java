package dev.drumbeat.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueReaderTest {

  private final IssueHost host = new IssueHost();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void templates_know_the_issue_and_its_fields_as_text() {
    HostField end = host.tracker.customFields().add("Contract end", FieldKind.DATE);
    HostField seats = host.tracker.customFields().add("Seats", FieldKind.NUMBER);
    HostIssue issue =
        host.issue(
            host.sales,
            IssueFields.of("Optics")
                .withDescription("Three shops")
                .withReporter(host.lena)
                .withDueOn(LocalDate.of(2026, 7, 1))
                .withLabels(List.of("hot", "web"))
                .with(end, LocalDate.of(2026, 12, 31))
                .with(seats, 40.0));

    assertThat(host.reader.read(issue.id(), host.sam.key()))
        .contains(
            new IssueFacts(
                issue.id(),
                issue.key(),
                "Optics",
                "To Do",
                "Task",
                "SALES",
                null,
                "Lena Lead",
                Map.of(
                    "description",
                    "Three shops",
                    "priority",
                    "Medium",
                    "dueDate",
                    "2026-07-01",
                    "labels",
                    "hot, web",
                    "contractEnd",
                    "2026-12-31",
                    end.getId(),
                    "2026-12-31",
                    "seats",
                    "40",
                    seats.getId(),
                    "40")));
  }

  @Test
  void an_issue_that_may_not_be_seen_or_is_gone_is_not_there() {
    HostIssue hidden = host.issue(host.sales, IssueFields.of("Hidden"));
    HostIssue gone = host.issue(host.open, IssueFields.of("Gone"));
    host.tracker.issues().delete(host.sam, gone);

    assertThat(host.reader.read(hidden.id(), host.bob.key())).isEmpty();
    assertThat(host.reader.readByKey(hidden.key(), host.bob.key())).isEmpty();
    assertThat(host.reader.isVisible(hidden.id(), host.bob.key())).isFalse();
    assertThat(host.reader.exists(hidden.id())).isTrue();
    assertThat(host.reader.read(gone.id(), host.sam.key())).isEmpty();
    assertThat(host.reader.exists(gone.id())).isFalse();
  }

  @Test
  void who_was_deactivated_or_never_existed_sees_nothing() {
    HostIssue issue = host.issue(host.open, IssueFields.of("Open"));
    host.users.deactivate(host.bob);

    assertThat(host.reader.isVisible(issue.id(), host.bob.key())).isFalse();
    assertThat(host.reader.isVisible(issue.id(), "nobody")).isFalse();
    assertThat(host.people.isActive(host.bob.key())).isFalse();
    assertThat(host.people.displayName(host.bob.key())).contains("Bob Builder");
  }

  @ParameterizedTest
  @CsvSource({
    "Contract end, contractEnd",
    "CRM id, crmId",
    "seats, seats",
    "2nd choice, ''",
    "E-Mail (private), eMailPrivate",
    "???, ''"
  })
  void fields_go_by_their_names_in_camel_case(String name, String expected) {
    assertThat(FieldNames.camelCase(name)).isEqualTo(expected);
  }
}
