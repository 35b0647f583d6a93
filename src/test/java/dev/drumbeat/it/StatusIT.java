package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest;
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
    assertThat(status.path("version").asText()).startsWith("0.1.0");
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
