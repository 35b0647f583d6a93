package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.CAMPAIGNS;
import static dev.drumbeat.it.Outreach.EMAIL_FIELD;
import static dev.drumbeat.it.Outreach.id;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns over REST on the running host, over its sample leads. */
class CampaignsIT {

  private final Outreach outreach = Outreach.get();

  @AfterEach
  void sending_is_off_again() {
    sending(false);
  }

  @Test
  void a_draft_is_created_read_and_sent_back() {
    Answer created = outreach.sam.post(CAMPAIGNS, outreach.openLeads());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.location()).isEqualTo(created.body().path("self").asText());
    String path = CAMPAIGNS + "/" + id(created);
    JsonNode read = outreach.sam.get(path).body();
    assertThat(read).isEqualTo(created.body());
    assertThat(read.path("state").asText()).isEqualTo("draft");
    assertThat(read.path("kind").asText()).isEqualTo("sequence");
    assertThat(read.path("stopOn").path("reply").asBoolean()).isTrue();
    assertThat(read.path("warnings")).hasSize(1);
    assertThat(read.path("warnings").toString()).contains("no goal");
    Answer replaced = outreach.sam.put(path, read.toString().replace("\"Spring\"", "\"Summer\""));
    assertThat(replaced.body().path("name").asText()).isEqualTo("Summer");
    assertThat(replaced.body().path("version").asInt()).isEqualTo(2);
    assertThat(outreach.sam.put(path, read.toString()).status()).isEqualTo(409);
  }

  @Test
  void the_audience_of_a_draft_is_rehearsed_and_adds_up() {
    String path = outreach.draft(outreach.openLeads());

    JsonNode all = outreach.sam.get(path + "/audience?maxResults=1000").body();

    assertThat(all.path("preview").asBoolean()).isTrue();
    assertAddsUp(all);
    assertThat(outreach.sam.get(path + "/enrollments").body().path("total").asInt()).isZero();
  }

  @Test
  void a_launch_admits_every_open_lead_once_and_tells_who_is_out() {
    String path = outreach.draft(outreach.openLeads());

    JsonNode launched = outreach.launched(path);

    assertThat(launched.path("state").asText()).isEqualTo("running");
    assertThat(launched.path("admission").path("admitted").asInt()).isEqualTo(53);
    JsonNode all = outreach.sam.get(path + "/audience?maxResults=1000").body();
    assertThat(all.path("preview").asBoolean()).isFalse();
    assertAddsUp(all);
    JsonNode last = outreach.sam.get(path + "/audience?startAt=52&maxResults=2").body();
    assertThat(values(last, "included")).containsExactly("true", "false");
    assertThat(values(outreach.sam.get(path + "/enrollments?state=pending").body(), "email"))
        .hasSize(50)
        .doesNotHaveDuplicates();
    assertThat(values(outreach.sam.get(path + "/events").body(), "type"))
        .startsWith("launched", "enrolled");
  }

  private static void assertAddsUp(JsonNode audience) {
    JsonNode totals = audience.path("totals");
    assertThat(totals.path("candidates").asInt()).isEqualTo(55);
    assertThat(totals.path("admitted").asInt()).isEqualTo(53);
    assertThat(totals.path("leftOut").asInt()).isEqualTo(2);
    assertThat(totals.path("byReason").toString()).isEqualTo("{\"duplicate\":1,\"noAddress\":1}");
    assertThat(audience.path("total").asInt()).isEqualTo(55);
    assertThat(values(audience, "reason").stream().filter(reason -> !reason.isEmpty()))
        .containsExactlyInAnyOrder("duplicate", "noAddress");
  }

  @Test
  void a_second_launch_is_a_conflict_that_names_the_state() {
    String path = outreach.draft(outreach.oneLead("SALES-1"));
    outreach.launched(path);

    Answer again = outreach.sam.post(path + "/launch", "");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.messages()).contains("Spring").contains("running");
  }

  @Test
  void the_same_request_launches_and_creates_once() {
    Answer first = repeated(CAMPAIGNS, outreach.oneLead("SALES-2"));
    Answer second = repeated(CAMPAIGNS, outreach.oneLead("SALES-2"));

    assertThat(second.body()).isEqualTo(first.body());
    String launch = CAMPAIGNS + "/" + id(first) + "/launch";
    assertThat(repeated(launch, "").status()).isEqualTo(202);
    assertThat(repeated(launch, "").status()).isEqualTo(202);
  }

  private Answer repeated(String path, String body) {
    return outreach.sam.send(
        path,
        request ->
            request
                .header("Idempotency-Key", "once")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void leads_wait_while_their_campaign_is_paused_and_end_with_it() {
    String path = outreach.draft(outreach.oneLead("SALES-3"));
    outreach.launched(path);

    Answer paused = outreach.sam.post(path + "/pause", "");
    assertThat(paused.body().path("pause").path("reason").asText()).contains("Sam Seller");
    eventuallyIs(path, "paused");
    assertThat(outreach.sam.post(path + "/resume", "{\"policy\":\"later\"}").error("policy"))
        .contains("shift");
    Answer resumed = outreach.sam.post(path + "/resume", "{\"policy\":\"keep\"}");
    assertThat(resumed.body().path("state").asText()).isEqualTo("running");
    eventuallyIs(path, "pending");
    assertThat(outreach.sam.post(path + "/archive", "").status()).isEqualTo(409);
    assertThat(outreach.sam.post(path + "/cancel", "").status()).isEqualTo(200);
    JsonNode run = eventuallyIs(path, "finished");
    assertThat(run.path("reason").asText()).isEqualTo("campaignEnded");
    assertThat(outreach.sam.post(path + "/resume", "").status()).isEqualTo(409);
    assertThat(outreach.sam.post(path + "/archive", "").status()).isEqualTo(200);
  }

  private JsonNode eventuallyIs(String path, String state) {
    return outreach
        .eventually(
            path + "/enrollments",
            page -> page.path("values").path(0).path("state").asText().equals(state))
        .path("values")
        .path(0);
  }

  @Test
  void a_scheduled_campaign_starts_by_the_clock() {
    String at = outreach.host.clock().instant().plus(Duration.ofHours(2)).toString();
    String body =
        outreach.oneLead("SALES-4").replaceFirst("\\{", "{\"scheduledAt\":\"" + at + "\",");
    String path = outreach.draft(body);

    Answer launch = outreach.sam.post(path + "/launch", "");

    assertThat(launch.status()).isEqualTo(200);
    assertThat(launch.body().path("state").asText()).isEqualTo("scheduled");
    outreach.runCampaignJob();
    assertThat(outreach.sam.get(path).body().path("state").asText()).isEqualTo("scheduled");
    outreach.advance("PT2H");
    outreach.runCampaignJob();
    outreach.eventually(path, c -> c.path("admission").path("admitted").asInt() == 1);
    assertThat(outreach.sam.get(path).body().path("state").asText()).isEqualTo("running");
  }

  @Test
  void the_short_form_of_a_broadcast_is_scheduled_with_it() {
    String at = outreach.host.clock().instant().plus(Duration.ofDays(30)).toString();
    Answer created = outreach.sam.post(CAMPAIGNS, broadcast(at, "key = SALES-5"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().path("state").asText()).isEqualTo("scheduled");
    assertThat(created.body().path("kind").asText()).isEqualTo("broadcast");
    String path = CAMPAIGNS + "/" + id(created);
    JsonNode read = outreach.sam.get(path).body();
    assertThat(read.path("html").asText()).isEqualTo("<p>Soon</p>");
    Answer changed = outreach.sam.put(path, read.toString().replace("Soon", "Very soon"));
    assertThat(changed.body().path("html").asText()).isEqualTo("<p>Very soon</p>");
    assertThat(outreach.sam.delete(path).status()).isEqualTo(409);
  }

  @Test
  void a_short_form_that_cannot_be_scheduled_leaves_nothing() {
    int before = outreach.sam.get(CAMPAIGNS).body().path("total").asInt();
    String at = outreach.host.clock().instant().plus(Duration.ofDays(30)).toString();
    String tooMany = broadcast(at, "project = SALES").replace("\"jql\"", "\"limit\":5,\"jql\"");

    assertThat(outreach.bob.post(CAMPAIGNS, broadcast(at, "key = SALES-5")).status())
        .isEqualTo(403);
    assertThat(outreach.sam.post(CAMPAIGNS, tooMany).error("audience.limit")).contains("60");
    assertThat(outreach.sam.get(CAMPAIGNS).body().path("total").asInt()).isEqualTo(before);
  }

  private String broadcast(String at, String jql) {
    return """
        {"name":"News","subject":"Opening","html":"<p>Soon</p>","sendingConfigId":%d,
         "audience":{"jql":"%s","addressField":"%s"},"scheduledAt":"%s"}"""
        .formatted(outreach.account, jql, EMAIL_FIELD, at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"jql\":\"project = = x\"}                  | audience.jql          | query",
        "{\"jql\":\"project = SALES\",\"filterId\":1} | audience              | either",
        "{\"filterId\":987654}                        | audience.filterId     | 987654",
        "{\"jql\":\"\",\"limit\":0}                   | audience.limit        | between",
        "{\"jql\":\"\",\"addressField\":\"boss\"}     | audience.addressField | boss",
        "{\"jql\":\"key = SALES-1\",\"mode\":\"lively\"} | audience.mode        | snapshot",
        "{\"listId\":7}                               | audience.listId       | not available",
        "{\"query\":\"x\"}                            | audience.query        | no such field",
      })
  void a_wrong_audience_is_refused_by_field(String audience, String field, String says) {
    Answer answer = outreach.sam.post(CAMPAIGNS, outreach.campaign(audience));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error(field)).as(answer.body().toString()).containsIgnoringCase(says);
  }

  @Test
  void a_filter_that_the_owner_may_not_see_is_not_there() {
    String hidden = "{\"filterId\":" + outreach.filter("My private filter") + "}";

    Answer answer = outreach.sam.post(CAMPAIGNS, outreach.campaign(hidden));

    assertThat(answer.error("audience.filterId")).contains("no filter");
    assertThat(outreach.admin.post(CAMPAIGNS, outreach.campaign(hidden)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"nickname\":1                                   | nickname          | no such field",
        "\"goal\":{\"metric\":\"meeting\"}                | goal.metric       | not available",
        "\"goal\":{\"metric\":\"fame\"}                   | goal.metric       | fame",
        "\"goal\":{\"target\":0}                         | goal.target       | at least",
        "\"goal\":{\"windowDays\":3}                     | goal.windowDays   | not available",
        "\"stopOn\":{\"click\":true}                      | stopOn.click      | not available",
        "\"limits\":{\"perDay\":0}                        | limits.perDay     | at least",
        "\"scheduledAt\":\"tomorrow\"                     | scheduledAt       | moment",
        "\"scheduledAt\":\"2020-01-01T00:00:00Z\"         | scheduledAt       | past",
        "\"scheduledAt\":\"+99999-01-01T00:00:00Z\"       | scheduledAt       | years",
        "\"schedule\":{\"zone\":\"Mars\"}                 | schedule.zone     | Mars",
        "\"schedule\":{\"windows\":[{\"days\":[\"MON\"],\"from\":\"9\"}]} "
            + "| schedule.windows[0].from | 9",
        "\"subject\":\"Hello\"                            | subject           | broadcast",
        "\"sendingConfigId\":1                            | sendingConfigId   | either",
      })
  void a_wrong_field_is_refused_by_name(String field, String path, String says) {
    String body = outreach.oneLead("SALES-1").replaceFirst("\\{", "{" + escaped(field) + ",");

    Answer answer = outreach.sam.post(CAMPAIGNS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error(path)).as(answer.body().toString()).containsIgnoringCase(says);
  }

  private static String escaped(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Answer answer =
        outreach.sam.post(
            CAMPAIGNS, "{\"kind\":\"flow\",\"sequenceId\":987654,\"mailAccountIds\":[1,987654]}");

    assertThat(answer.error("name")).isNotEmpty();
    assertThat(answer.error("kind")).contains("broadcast");
    assertThat(answer.error("sequenceId")).contains("987654");
    assertThat(answer.error("mailAccountIds[1]")).contains("987654");
  }

  @Test
  void a_draft_may_be_unfinished_and_says_what_it_lacks() {
    String body = "{\"name\":\"Idea\",\"sequenceId\":" + outreach.sequence + "}";
    Answer created = outreach.sam.post(CAMPAIGNS, body);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().path("warnings")).hasSize(3);
    Answer launch = outreach.sam.post(CAMPAIGNS + "/" + id(created) + "/launch", "");
    assertThat(launch.error("audience")).isNotEmpty();
    assertThat(launch.error("mailAccountIds")).isNotEmpty();
  }

  @Test
  void a_goal_is_kept_cloned_and_fixed_by_the_launch() {
    String body = outreach.oneLead("SALES-9").replaceFirst("\\{", "{\"goal\":{\"target\":3},");
    String path = outreach.draft(body);

    JsonNode read = outreach.sam.get(path).body();
    assertThat(read.path("goal").toString()).isEqualTo("{\"metric\":\"reply\",\"target\":3}");
    assertThat(read.path("warnings")).isEmpty();
    Answer clone = outreach.sam.post(path + "/clone", "");
    assertThat(clone.body().path("goal")).isEqualTo(read.path("goal"));

    String launched = outreach.launched(path).toString();
    assertThat(outreach.sam.put(path, launched).status()).isEqualTo(200);
    String other = outreach.sam.get(path).body().toString().replace("\"target\":3", "\"target\":4");
    Answer changed = outreach.sam.put(path, other);
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.messages()).contains("goal");
  }

  @Test
  void an_audience_over_its_limit_is_refused_with_both_numbers() {
    String path = outreach.draft(outreach.campaign("{\"jql\":\"project = SALES\",\"limit\":10}"));

    Answer launch = outreach.sam.post(path + "/launch", "");

    assertThat(launch.status()).isEqualTo(400);
    assertThat(launch.error("audience.limit")).contains("60").contains("10");
    assertThat(outreach.sam.get(path + "/audience").status()).isEqualTo(400);
  }

  @Test
  void somebody_elses_campaign_is_not_there_but_for_administrators() {
    String path = outreach.draft(outreach.oneLead("SALES-1"));

    assertThat(outreach.lena.get(path).status()).isEqualTo(404);
    assertThat(outreach.lena.post(path + "/launch", "").status()).isEqualTo(404);
    assertThat(outreach.lena.get(path + "/audience").status()).isEqualTo(404);
    assertThat(outreach.lena.get(path + "/events").status()).isEqualTo(404);
    assertThat(outreach.admin.get(path).status()).isEqualTo(200);
  }

  @Test
  void who_may_not_launch_is_told_which_right_is_missing() {
    String body = outreach.campaign("{\"jql\":\"project = RENEWALS\"}");
    String path = CAMPAIGNS + "/" + id(outreach.bob.post(CAMPAIGNS, body));

    Answer launch = outreach.bob.post(path + "/launch", "");

    assertThat(launch.status()).isEqualTo(403);
    assertThat(launch.messages()).contains("Launch campaigns");
  }

  @Test
  void a_running_campaign_keeps_whom_and_what_and_changes_how() {
    String path = outreach.draft(outreach.oneLead("SALES-6"));
    String read = outreach.launched(path).toString();

    Answer how = outreach.sam.put(path, read.replace("\"limits\":{}", "\"limits\":{\"perDay\":9}"));
    assertThat(how.body().path("limits").path("perDay").asInt()).isEqualTo(9);
    String now = how.body().toString();
    Answer whom = outreach.sam.put(path, now.replace("SALES-6", "SALES-7"));
    assertThat(whom.status()).isEqualTo(409);
    assertThat(whom.messages()).contains("audience");
  }

  @Test
  void a_draft_is_deleted_and_a_clone_is_a_draft_again() {
    String path = outreach.draft(outreach.oneLead("SALES-8"));
    outreach.launched(path);
    assertThat(outreach.sam.delete(path).status()).isEqualTo(409);

    Answer clone = outreach.sam.post(path + "/clone", "");

    assertThat(clone.body().path("name").asText()).isEqualTo("Copy of Spring");
    assertThat(clone.body().path("state").asText()).isEqualTo("draft");
    String copy = CAMPAIGNS + "/" + id(clone);
    assertThat(outreach.sam.delete(copy).status()).isEqualTo(204);
    assertThat(outreach.sam.get(copy).status()).isEqualTo(404);
  }

  @Test
  void a_test_waits_for_sending_to_be_on() {
    String path = outreach.draft(outreach.oneLead("SALES-1"));

    Answer test = outreach.sam.post(path + "/test", "{\"email\":\"me@example.com\"}");

    assertThat(test.status()).isEqualTo(409);
    assertThat(outreach.sam.post(path + "/test", "").error("email")).isNotEmpty();
    assertThat(outreach.lena.post(path + "/test", "").status()).isEqualTo(404);
  }

  @Test
  void a_lead_gets_the_mail_and_its_user_a_test_of_it_once_sending_is_on() {
    // Done, so in no other campaign here that would write to this lead within the hour.
    String path = outreach.draft(outreach.oneLead("SALES-24"));
    String lead = values(outreach.sam.get(path + "/audience").body(), "email").get(0);
    outreach.launched(path);
    sending(true);

    Answer test = outreach.sam.post(path + "/test", "{\"email\":\"me@example.com\"}");
    assertThat(test.body().path("result").asText()).as(test.body().toString()).isEqualTo("sent");
    assertThat(test.body().path("issueKey").asText()).isEqualTo("SALES-24");
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
    eventuallyIs(path, "active");

    assertThat(outreach.host.lab().messages("me@example.com")).hasSize(1);
    assertThat(outreach.host.lab().messages(lead)).hasSize(1);
  }

  private void sending(boolean on) {
    String body = "{\"sendingEnabled\":" + on + "}";
    assertThat(outreach.admin.put(Outreach.BASE + "settings", body).status()).isEqualTo(200);
  }

  @Test
  void the_list_is_that_of_the_user_and_of_one_state() {
    outreach.draft(outreach.oneLead("SALES-1"));

    JsonNode drafts = outreach.sam.get(CAMPAIGNS + "?state=draft&maxResults=1000").body();

    assertThat(values(drafts, "state")).isNotEmpty().containsOnly("draft");
    assertThat(values(drafts, "owner")).containsOnly(values(drafts, "owner").get(0));
    assertThat(outreach.sam.get(CAMPAIGNS + "?state=odd").error("state")).contains("running");
  }
}
