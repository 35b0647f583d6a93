package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whether mail is going out, over REST on the running host, where it does not. */
class StatusIT {

  private static final String STATUS = BASE + "status";

  private final Outreach outreach = Outreach.get();

  @Test
  void administrators_see_every_account_and_mailbox_and_what_is_installed() {
    outreach.launched(outreach.draft(outreach.oneLead("RENEWALS-9")));

    JsonNode status = outreach.admin.get(STATUS).body();

    assertThat(status.path("sending").path("on").asBoolean(true)).isFalse();
    JsonNode shard = status.path("shards").path(0);
    assertThat(shard.path("mailAccountId").asLong()).isEqualTo(outreach.account);
    assertThat(shard.path("due").asInt()).isPositive();
    assertThat(shard.path("oldestDueAt").asText()).endsWith("Z");
    assertThat(status.path("mailboxes").path(0).path("name").asText()).isEqualTo("Sales");
    assertThat(status.path("database").asText()).startsWith("H2 2");
    assertThat(status.path("version").asText()).startsWith("0.2.0");
  }

  @Test
  void the_worst_check_is_one_field_that_a_program_can_watch() {
    JsonNode health = outreach.admin.get(STATUS).body().path("health");

    List<String> states = texts(health.path("checks"), "state");
    assertThat(health.path("state").asText())
        .isEqualTo(states.contains("error") ? "error" : "warning");
    assertThat(texts(health.path("checks"), "check"))
        .contains("sending", "restores", "queue", "accounts", "mailboxes", "jobs", "clock")
        .contains("unknown", "failures", "sequences", "numbers", "host", "database", "key")
        .contains("baseUrl")
        .doesNotHaveDuplicates();
    assertThat(check(health, "sending").path("state").asText()).isEqualTo("warning");
    assertThat(check(health, "sending").path("link").asText()).endsWith("/status#sending");
    assertThat(check(health, "baseUrl").path("sentence").asText()).contains("localhost");
    assertThat(check(health, "baseUrl").path("remedy").asText()).isNotEmpty();
    assertThat(check(health, "key").path("state").asText()).isEqualTo("ok");
  }

  @Test
  void jobs_tell_when_they_ran_and_how_that_ended() {
    outreach.admin.post("/rest/host/1/jobs/drumbeat.numbers/run", "");

    JsonNode jobs = outreach.admin.get(STATUS).body().path("jobs");

    assertThat(texts(jobs, "job"))
        .containsExactlyInAnyOrder(
            "drumbeat.sequences",
            "drumbeat.tasks",
            "drumbeat.mail.health",
            "drumbeat.mailboxes",
            "drumbeat.sending",
            "drumbeat.campaigns",
            "drumbeat.numbers");
    JsonNode numbers =
        StreamSupport.stream(jobs.spliterator(), false)
            .filter(job -> job.path("job").asText().equals("drumbeat.numbers"))
            .findFirst()
            .orElseThrow();
    assertThat(numbers.path("outcome").asText()).isEqualTo("success");
    assertThat(numbers.path("lastRunAt").asText()).endsWith("Z");
    assertThat(numbers.path("nextRunAt").asText())
        .isGreaterThan(numbers.path("lastRunAt").asText());
    assertThat(numbers.path("state").asText()).isEqualTo("ok");
  }

  private static JsonNode check(JsonNode health, String name) {
    return StreamSupport.stream(health.path("checks").spliterator(), false)
        .filter(check -> check.path("check").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode all, String field) {
    return StreamSupport.stream(all.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  @Test
  void the_mailbox_tells_when_it_was_read() {
    outreach.admin.post("/rest/host/1/jobs/drumbeat.mailboxes/run", "");

    JsonNode mailbox = outreach.admin.get(STATUS).body().path("mailboxes").path(0);

    assertThat(mailbox.path("readAt").asText()).endsWith("Z");
    assertThat(mailbox.path("lagSeconds").asLong()).isBetween(0L, 60L);
    assertThat(mailbox.has("failure")).isFalse();
  }

  @Test
  void everybody_who_uses_campaigns_gets_the_sentence_alone() {
    JsonNode status = outreach.sam.get(STATUS).body();

    assertThat(status.path("sending").path("sentence").asText())
        .isEqualTo(status.path("sending").path("reason").asText())
        .isNotEmpty();
    assertThat(status.size()).isEqualTo(1);
    assertThat(Rest.anonymously(outreach.host).get(STATUS).status()).isEqualTo(401);
  }
}
