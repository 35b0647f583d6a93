package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.CAMPAIGNS;
import static dev.drumbeat.it.Outreach.EMAIL_FIELD;
import static dev.drumbeat.it.Outreach.id;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enrolling into a campaign, and what that would do, over REST on the running host. */
class CampaignEnrollIT {

  private static final String RUNS = BASE + "enrollments";

  private final Outreach outreach = Outreach.get();

  @Test
  void an_issue_enters_a_running_campaign_by_the_campaigns_address_field() {
    String campaign = launched("SALES-20");

    JsonNode foreseen = outreach.sam.post(campaign + "/enroll/preview", issue("SALES-21")).body();
    Answer created = outreach.sam.post(campaign + "/enroll", issue("SALES-21"));

    JsonNode line = foreseen.path("values").path(0);
    assertThat(foreseen.path("enrolled").asInt()).as(foreseen.toString()).isEqualTo(1);
    assertThat(line.path("firstMail").path("subject").asText()).isEqualTo("Hello");
    assertThat(line.path("firstMail").path("from").asText()).isEqualTo("sales@drumbeat.example");
    assertThat(line.path("firstMail").path("at").asText()).isNotEmpty();
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    assertThat(created.body().path("email")).isEqualTo(line.path("email"));
    JsonNode admission = outreach.sam.get(campaign).body().path("admission");
    assertThat(admission.path("admitted").asInt()).isEqualTo(2);
    assertThat(admission.path("total").asInt()).isEqualTo(2);
    assertThat(outreach.sam.post(campaign + "/enroll", issue("SALES-21")).status()).isEqualTo(409);
  }

  @Test
  void a_preview_leaves_nothing_behind() {
    long sequence = outreach.sequence(outreach.account);
    String path = BASE + "sequences/" + sequence + "/enroll";

    List<String> before = values(outreach.sam.get(RUNS + "?issueKey=SALES-22").body(), "id");

    Answer preview = outreach.sam.post(path + "/preview", inField("SALES-22"));

    assertThat(preview.status()).as(preview.body().toString()).isEqualTo(200);
    assertThat(preview.body().has("campaignId")).isFalse();
    assertThat(values(outreach.sam.get(RUNS + "?issueKey=SALES-22").body(), "id"))
        .isEqualTo(before);
    assertThat(outreach.sam.get(CAMPAIGNS).body().toString()).doesNotContain("SALES-22");
    assertThat(outreach.sam.post(path, inField("SALES-22")).status()).isEqualTo(201);
  }

  @Test
  void a_draft_takes_nobody_and_says_why() {
    String draft = outreach.draft(outreach.oneLead("SALES-23"));

    Answer refused = outreach.sam.post(draft + "/enroll", issue("SALES-23"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.messages()).contains("takes nobody").contains("a draft");
    assertThat(outreach.sam.post(draft + "/enroll/preview", issue("SALES-23")).status())
        .isEqualTo(409);
  }

  @Test
  void who_may_not_launch_may_neither_enroll_nor_look_and_others_find_nothing() {
    String campaign = launched("SALES-24");

    assertThat(outreach.bob.post(campaign + "/enroll", issue("SALES-25")).status()).isEqualTo(403);
    assertThat(outreach.bob.post(campaign + "/enroll/preview", issue("SALES-25")).status())
        .isEqualTo(403);
    assertThat(outreach.lena.post(campaign + "/enroll", issue("SALES-25")).status()).isEqualTo(404);
  }

  @Test
  void the_same_request_enrolls_once() {
    String path = launched("SALES-26") + "/enroll";

    Answer first = repeated(path, issue("SALES-27"));
    Answer again = repeated(path, issue("SALES-27"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void whoever_enrolled_a_lead_into_the_sequence_of_a_colleague_steers_the_run() {
    String path = BASE + "sequences/" + outreach.sequence(outreach.account) + "/enroll";
    String run = RUNS + "/" + id(outreach.lena.post(path, inField("SALES-28")));

    assertThat(outreach.lena.get(run).status()).isEqualTo(200);
    assertThat(outreach.lena.post(run + "/pause", "").body().path("state").asText())
        .isEqualTo("paused");
    assertThat(outreach.lena.post(run + "/resume", "").status()).isEqualTo(200);
    assertThat(outreach.lena.post(run + "/finish", "").body().path("state").asText())
        .isEqualTo("finished");
    assertThat(values(outreach.lena.get(RUNS + "?issueKey=SALES-28").body(), "id")).hasSize(1);
    assertThat(outreach.bob.get(run).status()).isEqualTo(404);
  }

  private String launched(String issueKey) {
    String path = outreach.draft(outreach.oneLead(issueKey));
    outreach.launched(path);
    return path;
  }

  private Answer repeated(String path, String body) {
    return outreach.sam.send(
        path,
        request ->
            request
                .header("Idempotency-Key", "campaign-lead-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  private static String issue(String key) {
    return "{\"issueKey\":\"%s\"}".formatted(key);
  }

  private static String inField(String key) {
    return "{\"issueKey\":\"%s\",\"addressField\":\"%s\"}".formatted(key, EMAIL_FIELD);
  }
}
