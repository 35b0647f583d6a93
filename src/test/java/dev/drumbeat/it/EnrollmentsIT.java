package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.CAMPAIGNS;
import static dev.drumbeat.it.Outreach.EMAIL_FIELD;
import static dev.drumbeat.it.Outreach.id;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct enrollment and single runs over REST on the running host. */
class EnrollmentsIT {

  private static final String RUNS = BASE + "enrollments";

  private final Outreach outreach = Outreach.get();
  private final String enroll =
      BASE + "sequences/" + outreach.sequence(outreach.account) + "/enroll";

  @Test
  void a_lead_is_enrolled_by_address_with_variables() {
    Answer created =
        outreach.sam.post(
            enroll, "{\"email\":\"New.Lead@Example.org\",\"variables\":{\"city\":\"Ulm\"}}");

    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    assertThat(created.location()).isEqualTo(created.body().path("self").asText());
    JsonNode run = outreach.sam.get(RUNS + "/" + id(created)).body();
    assertThat(run.path("state").asText()).isEqualTo("pending");
    assertThat(run.path("email").asText()).isEqualTo("New.Lead@example.org");
    assertThat(run.path("variables").path("city").asText()).isEqualTo("Ulm");
    assertThat(run.path("events").path(0).path("type").asText()).isEqualTo("enrolled");
    assertThat(run.path("events").path(0).path("actor").asText()).isNotEmpty();
    assertThat(run.path("sends").isArray()).isTrue();
  }

  @Test
  void a_lead_is_enrolled_by_issue_once() {
    Answer created = outreach.sam.post(enroll, issue("SALES-10"));
    Answer again = outreach.sam.post(enroll, issue("SALES-10"));

    assertThat(created.body().path("issueKey").asText()).isEqualTo("SALES-10");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.messages()).contains("SALES-10");
    String run = RUNS + "/" + id(created);
    assertThat(outreach.sam.post(run + "/finish", "").status()).isEqualTo(200);
    assertThat(outreach.sam.post(enroll, issue("SALES-10")).status()).isEqualTo(409);
  }

  @Test
  void many_are_enrolled_with_an_answer_for_each() {
    String body =
        "{\"issueKeys\":[\"SALES-11\",\"SALES-50\",\"SALES-59\",\"SECRET-1\",\"SALES-11\"],"
            + "\"addressField\":\""
            + EMAIL_FIELD
            + "\"}";
    String suppressed = address("SALES-50");
    outreach.sam.post(BASE + "suppressions", "{\"address\":\"" + suppressed + "\"}");

    JsonNode outcome = outreach.sam.post(enroll, body).body();

    assertThat(outcome.path("enrolled").asInt()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.path("refused").asInt()).isEqualTo(3);
    assertThat(values(outcome, "issueKey"))
        .containsExactly("SALES-11", "SALES-50", "SALES-59", "SECRET-1");
    assertThat(values(outcome, "reason"))
        .containsExactly("", "suppressed", "noAddress", "notVisible");
  }

  private String address(String issueKey) {
    String path = outreach.draft(outreach.oneLead(issueKey)) + "/audience";
    return values(outreach.sam.get(path).body(), "email").get(0);
  }

  @Test
  void a_filter_is_enrolled_with_the_rules_of_every_audience() {
    String body =
        "{\"filterId\":%d,\"addressField\":\"%s\"}"
            .formatted(outreach.filter("Renewals due"), EMAIL_FIELD);

    JsonNode outcome = outreach.sam.post(enroll, body).body();
    JsonNode again = outreach.sam.post(enroll, body).body();

    assertThat(outcome.path("enrolled").asInt()).as(outcome.toString()).isPositive();
    assertThat(again.path("enrolled").asInt()).isZero();
    assertThat(values(again, "reason")).contains("alreadyEnrolled");
    assertThat(values(again, "detail")).noneMatch(String::isEmpty);
  }

  @Test
  void the_same_request_enrolls_once() {
    Answer first = repeated("{\"email\":\"once@example.org\"}");
    Answer second = repeated("{\"email\":\"once@example.org\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(repeated("{\"email\":\"other@example.org\"}").status()).isEqualTo(409);
  }

  private Answer repeated(String body) {
    return outreach.sam.send(
        enroll,
        request ->
            request
                .header("Idempotency-Key", "lead-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\":\"nobody\"}                                 | 400 | email",
        "{\"issueKey\":\"SECRET-1\"}                            | 404 | SECRET-1",
        "{\"issueKey\":\"SALES-1\",\"email\":\"a@example.org\"} | 400 | exactly one",
        "{}                                                     | 400 | exactly one",
        "{\"jql\":\"project = = x\"}                            | 400 | \"jql\"",
        "{\"filterId\":987654}                                  | 400 | \"filterId\"",
        "{\"contactId\":1}                                      | 400 | not available",
        "{\"lead\":1}                                           | 400 | no such field",
        "{\"issueKey\":\"SALES-1\",\"addressField\":\"boss\"}   | 400 | addressField",
        "{\"email\":\"a@example.org\",\"variables\":{\"a b\":\"x\"}} | 400 | variables.a b",
        "{\"email\":\"a@example.org\",\"variables\":{\"a\":1}}  | 400 | variables.a",
      })
  void who_cannot_be_enrolled_is_told_why(String body, int status, String says) {
    Answer answer = outreach.sam.post(enroll, body);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.body().toString()).contains(says);
  }

  @Test
  void a_sequence_without_an_account_does_not_send_by_itself() {
    String path = BASE + "sequences/" + outreach.sequence(null) + "/enroll";

    Answer answer = outreach.sam.post(path, issue("SALES-13"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.messages()).contains("does not send by itself");
  }

  @Test
  void who_may_not_launch_may_not_enroll() {
    Answer answer = outreach.bob.post(enroll, "{\"email\":\"a@example.org\"}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.messages()).contains("Launch campaigns");
  }

  @Test
  void a_run_is_paused_until_a_day_and_returns_by_the_clock() {
    String run = run("SALES-14");
    Instant until = outreach.host.clock().instant().plus(Duration.ofHours(3));

    JsonNode paused = outreach.sam.post(run + "/pause", "{\"until\":\"" + until + "\"}").body();
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("reason").asText()).isEqualTo("manual");
    assertThat(Instant.parse(paused.path("pausedUntil").asText()))
        .isCloseTo(until, within(Duration.ofMillis(1)));
    outreach.advance("PT3H");
    outreach.runCampaignJob();

    assertThat(outreach.sam.get(run).body().path("state").asText()).isEqualTo("pending");
  }

  @Test
  void a_run_is_paused_resumed_moved_on_and_ended() {
    String run = run("SALES-15");
    String first = outreach.sam.get(run).body().path("stepId").asText();

    assertThat(outreach.sam.post(run + "/resume", "").status()).isEqualTo(409);
    assertThat(outreach.sam.post(run + "/pause", "").status()).isEqualTo(200);
    assertThat(outreach.sam.post(run + "/resume", "").status()).isEqualTo(200);
    JsonNode skipped = outreach.sam.post(run + "/skip", "").body();
    assertThat(skipped.path("stepId").asText()).isNotEqualTo(first);
    assertThat(outreach.sam.post(run + "/finish", "{\"reason\":\"bored\"}").error("reason"))
        .contains("replied");
    JsonNode ended = outreach.sam.post(run + "/finish", "{\"reason\":\"replied\"}").body();
    assertThat(ended.path("state").asText()).isEqualTo("finished");
    assertThat(ended.path("reason").asText()).isEqualTo("replied");
    assertThat(outreach.sam.post(run + "/pause", "").status()).isEqualTo(409);
    assertThat(ended.path("events").findValuesAsText("type"))
        .containsExactly("enrolled", "paused", "resumed", "skipped", "finished");
  }

  @Test
  void runs_are_found_by_issue_address_campaign_state_and_reason() {
    JsonNode run = outreach.sam.get(run("SALES-16")).body();
    String campaign = run.path("campaignId").asText();
    String query = "?issueKey=SALES-16&campaignId=" + campaign + "&state=pending&email=";

    JsonNode found = outreach.sam.get(RUNS + query + run.path("email").asText()).body();

    assertThat(values(found, "id")).containsExactly(run.path("id").asText());
    assertThat(outreach.sam.get(RUNS + "?state=odd").error("state")).contains("pending");
    assertThat(outreach.sam.get(RUNS + "?reason=odd").error("reason")).contains("replied");
    assertThat(outreach.sam.get(RUNS + "?campaignId=x").error("campaignId")).isNotEmpty();
    assertThat(outreach.sam.get(RUNS + "?email=x").error("email")).isNotEmpty();
    assertThat(outreach.sam.get(RUNS + "?issueKey=SECRET-1").status()).isEqualTo(404);
  }

  @Test
  void runs_of_somebody_elses_campaigns_are_not_there() {
    String run = run("SALES-17");

    assertThat(outreach.lena.get(run).status()).isEqualTo(404);
    assertThat(outreach.lena.post(run + "/finish", "").status()).isEqualTo(404);
    assertThat(outreach.lena.get(RUNS).body().path("total").asInt()).isZero();
    assertThat(outreach.admin.get(run).status()).isEqualTo(200);
    assertThat(outreach.admin.get(RUNS).body().path("total").asInt()).isPositive();
  }

  @Test
  void the_campaign_that_carries_them_is_hidden_pauses_and_comes_anew() {
    String run = run("SALES-18");
    String carrier = CAMPAIGNS + "/" + outreach.sam.get(run).body().path("campaignId").asLong();
    JsonNode campaign = outreach.sam.get(carrier).body();

    assertThat(campaign.path("alwaysOn").asBoolean()).isTrue();
    assertThat(values(outreach.sam.get(CAMPAIGNS + "?maxResults=1000").body(), "alwaysOn"))
        .doesNotContain("true");
    assertThat(outreach.sam.put(carrier, campaign.toString()).status()).isEqualTo(409);
    outreach.sam.post(carrier + "/pause", "");
    assertThat(outreach.sam.post(enroll, issue("SALES-19")).status()).isEqualTo(409);
    outreach.sam.post(carrier + "/cancel", "");
    assertThat(outreach.sam.post(enroll, issue("SALES-19")).status()).isEqualTo(201);
  }

  private String run(String issueKey) {
    return RUNS + "/" + id(outreach.sam.post(enroll, issue(issueKey)));
  }

  private static String issue(String key) {
    return "{\"issueKey\":\"%s\",\"addressField\":\"%s\"}".formatted(key, EMAIL_FIELD);
  }
}
