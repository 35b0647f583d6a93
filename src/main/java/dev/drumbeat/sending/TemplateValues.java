package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAccount;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives templates the values behind their names; what nobody knows is left out. */
final class TemplateValues {

  private final People people;
  private final Map<String, Object> groups = new HashMap<>();

  TemplateValues(People people) {
    this.people = people;
  }

  /** Everything that the mail to a lead of a campaign is written from, but the way out of it. */
  TemplateValues of(
      Campaign campaign,
      MailAccount account,
      Lead lead,
      @Nullable IssueFacts issue,
      Map<String, String> variables) {
    return lead(lead)
        .issue(issue)
        .campaign(campaign.plan().name(), campaign.ownerKey())
        .sender(account.settings().sender())
        .variables(variables);
  }

  TemplateValues lead(Lead lead) {
    Map<String, Object> values = group("lead");
    values.put("email", lead.address().text());
    PersonName.of(lead.name())
        .ifPresent(
            name -> {
              values.put("name", name.whole());
              values.put("firstName", name.first());
              values.put("lastName", name.last());
            });
    return this;
  }

  TemplateValues issue(@Nullable IssueFacts issue) {
    if (issue == null) {
      return this;
    }
    Map<String, Object> values = group("issue");
    values.putAll(issue.fields());
    values.put("key", issue.key());
    values.put("summary", issue.summary());
    values.put("status", issue.status());
    values.put("type", issue.type());
    values.put("project", issue.projectKey());
    put(values, "assignee", issue.assigneeName());
    put(values, "reporter", issue.reporterName());
    return this;
  }

  TemplateValues campaign(String name, String ownerKey) {
    group("campaign").put("name", name);
    Map<String, Object> owner = group("owner");
    people.displayName(ownerKey).ifPresent(text -> owner.put("name", text));
    people.email(ownerKey).ifPresent(text -> owner.put("email", text));
    return this;
  }

  TemplateValues sender(Sender sender) {
    Map<String, Object> values = group("sender");
    values.put("email", sender.address().text());
    put(values, "name", sender.displayName());
    return this;
  }

  TemplateValues variables(Map<String, String> variables) {
    group("vars").putAll(variables);
    return this;
  }

  TemplateValues unsubscribe(String url) {
    group("unsubscribe").put("url", url);
    return this;
  }

  /** By the first part of the names. */
  Map<String, Object> all() {
    return groups;
  }

  private Map<String, Object> group(String name) {
    Map<String, Object> values = new HashMap<>();
    groups.put(name, values);
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable String text) {
    if (text != null) {
      values.put(name, text);
    }
  }
}
