package dev.drumbeat.host.sample;

import dev.drumbeat.host.issue.CustomFields;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.NewIssue;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Turns the tables into issues, as seen from a moment. */
final class SampleIssues {

  private final Users users;
  private final Instant now;
  private final HostField email;
  private final HostField firstName;
  private final HostField company;
  private final HostField accountLead;
  private final HostField contractEnd;
  private final HostField contractValue;

  /** Adds the custom fields that the issues use. */
  SampleIssues(Users users, CustomFields fields, Instant now) {
    this.users = users;
    this.now = now;
    email = fields.add("Lead email", FieldKind.TEXT);
    firstName = fields.add("First name", FieldKind.TEXT);
    company = fields.add("Company", FieldKind.TEXT);
    accountLead = fields.add("Account lead", FieldKind.USER);
    contractEnd = fields.add("Contract end", FieldKind.DATE);
    contractValue = fields.add("Contract value", FieldKind.NUMBER);
  }

  List<NewIssue> leads() {
    return SampleTable.rows("leads.csv").stream().map(this::lead).toList();
  }

  List<NewIssue> renewals() {
    return SampleTable.rows("renewals.csv").stream().map(this::renewal).toList();
  }

  List<NewIssue> secrets() {
    return SampleTable.rows("secrets.csv").stream()
        .map(row -> IssueFields.of(row.get("summary")).withStatus(status(row)))
        .map(fields -> new NewIssue("SECRET", fields.withReporter(user("admin"))))
        .toList();
  }

  private NewIssue lead(Map<String, String> row) {
    String title = row.get("company") + ": " + row.get("interest");
    IssueFields fields =
        person(row, title)
            .withReporter(user(row.get("reporter")))
            .withAssignee(user(row.get("assignee")))
            .withLabels(List.of(row.get("labels").split(" ")));
    Duration age = Duration.ofDays(Long.parseLong(row.get("days ago")));
    return new NewIssue("SALES", fields, now.minus(age));
  }

  private NewIssue renewal(Map<String, String> row) {
    HostUser lead = user(row.get("account lead"));
    long days = Long.parseLong(row.get("ends in days"));
    IssueFields fields =
        person(row, "Renewal: " + row.get("company"))
            .withReporter(lead)
            .withAssignee(lead)
            .withLabels(List.of("renewal"))
            .with(contractEnd, now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(days))
            .with(contractValue, Double.valueOf(row.get("contract value")));
    return new NewIssue("RENEWALS", fields, now.minus(Duration.ofDays(300)));
  }

  private IssueFields person(Map<String, String> row, String title) {
    String name = row.get("first name") + " " + row.get("last name");
    return IssueFields.of(title)
        .withDescription(name + " of " + row.get("company"))
        .withStatus(status(row))
        .with(email, row.get("email"))
        .with(firstName, row.get("first name"))
        .with(company, row.get("company"))
        .with(accountLead, user(row.get("account lead")));
  }

  private static HostStatus status(Map<String, String> row) {
    return HostStatus.find(row.get("status")).orElseThrow();
  }

  private HostUser user(String name) {
    return users.getUserByName(name);
  }
}
