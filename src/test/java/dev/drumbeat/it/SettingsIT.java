package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the whole instance, over REST on the running host. */
class SettingsIT {

  private static final String PATH = "/rest/drumbeat/1/settings";
  private static final String COMMENTS = "{\"replyComments\":{\"enabled\":%s,\"group\":%s}}";

  private final Host host = RunningHost.get();
  private final Rest admin = Rest.as(host, "admin");

  @AfterEach
  void as_after_installation() {
    admin.put(PATH, "{\"sendingEnabled\":false}");
    admin.put(PATH, COMMENTS.formatted(true, null));
  }

  @Test
  void nothing_is_sent_before_an_administrator_says_so() {
    assertThat(admin.get(PATH).body().path("sendingEnabled").asBoolean(true)).isFalse();

    JsonNode changed = admin.put(PATH, "{\"sendingEnabled\":true}").body();

    assertThat(changed.path("sendingEnabled").asBoolean()).isTrue();
    assertThat(admin.get(PATH).body()).isEqualTo(changed);
  }

  @Test
  void what_a_request_leaves_out_stays_as_it_is() {
    admin.put(PATH, "{\"sendingEnabled\":true}");

    JsonNode changed = admin.put(PATH, COMMENTS.formatted(false, "\"sales\"")).body();

    assertThat(changed.path("sendingEnabled").asBoolean()).isTrue();
    assertThat(changed.path("replyComments").path("enabled").asBoolean(true)).isFalse();
    assertThat(changed.path("replyComments").path("group").asText()).isEqualTo("sales");
    assertThat(admin.put(PATH, changed.toString()).body()).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\":1}                             | colour               | no such field",
        "{\"trackingAllowed\":true}               | trackingAllowed      | not available yet",
        "{\"defaultZone\":\"Mars/Base\"}            | defaultZone          | Mars/Base",
        "{\"defaultHolidays\":[\"2026-13-01\"]}     | defaultHolidays[0]   | 2026-13-01",
        "{\"mostIssues\":0}                        | mostIssues           | 1 and 100000",
        "{\"confirmAbove\":-1}                     | confirmAbove         | 0 and 100000",
        "{\"sendingEnabled\":\"yes\"}               | sendingEnabled       | true or false",
        "{\"replyComments\":{\"author\":\"x\"}}     | replyComments.author | no active user",
        "{\"replyComments\":{\"group\":\"x\"}}      | replyComments.group  | no group",
      })
  void what_is_wrong_is_named_and_nothing_changes(String body, String field, String says) {
    var answer = admin.put(PATH, body.replaceFirst("\\{", "{\"sendingEnabled\":true,"));

    assertThat(admin.put(PATH, body).error(field)).contains(says);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(admin.get(PATH).body().path("sendingEnabled").asBoolean(true)).isFalse();
  }

  @Test
  void others_than_administrators_are_refused() {
    assertThat(Rest.as(host, "sam").get(PATH).status()).isEqualTo(403);
    assertThat(Rest.as(host, "sam").put(PATH, "{\"sendingEnabled\":true}").status()).isEqualTo(403);
    assertThat(Rest.anonymously(host).get(PATH).status()).isEqualTo(401);
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_not_overwritten() {
    int read = admin.get(PATH).body().path("version").asInt();
    admin.put(PATH, "{\"confirmAbove\":40}");

    var stale = admin.put(PATH, "{\"version\":%d,\"confirmAbove\":50}".formatted(read));

    assertThat(stale.status()).isEqualTo(409);
    JsonNode now = admin.get(PATH).body();
    assertThat(now.path("confirmAbove").asInt()).isEqualTo(40);
    assertThat(admin.put(PATH, now.toString()).status()).isEqualTo(200);
    admin.put(PATH, "{\"confirmAbove\":500}");
  }

  @Test
  void rights_that_somebody_else_changed_meanwhile_are_not_overwritten() {
    JsonNode before = admin.get(PATH + "/rights").body().path("useCampaigns");
    admin.put(PATH + "/rights", "{\"useCampaigns\":[\"sales-leads\"]}");
    JsonNode read = admin.get(PATH + "/rights").body();
    admin.put(PATH + "/rights", "{\"useCampaigns\":[\"sales\"]}");

    assertThat(admin.put(PATH + "/rights", read.toString()).status()).isEqualTo(409);

    admin.put(PATH + "/rights", "{\"useCampaigns\":[\"sales-leads\"]}");
    assertThat(admin.get(PATH + "/rights").body()).isEqualTo(read);
    admin.put(PATH + "/rights", "{\"useCampaigns\":%s}".formatted(before));
  }

  @Test
  void a_new_campaign_takes_zone_holidays_and_largest_audience_from_here() {
    admin.put(
        PATH,
        """
        {"mostIssues":7,"defaultZone":"Asia/Tokyo","defaultHolidays":["2030-01-02","2030-01-01"]}""");
    String audience = "{\"jql\":\"project = SALES\"%s}";
    String campaigns = "/rest/drumbeat/1/campaigns";
    String body =
        "{\"name\":\"x\",\"subject\":\"x\",\"text\":\"x\",\"kind\":\"broadcast\",\"audience\":%s}";

    var made = admin.post(campaigns, body.formatted(audience.formatted("")));
    var tooMany = admin.post(campaigns, body.formatted(audience.formatted(",\"limit\":8")));

    admin.put(PATH, "{\"mostIssues\":100000,\"defaultZone\":\"\",\"defaultHolidays\":[]}");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.body().path("schedule").path("zone").asText()).isEqualTo("Asia/Tokyo");
    assertThat(made.body().path("schedule").path("holidays"))
        .map(JsonNode::asText)
        .containsExactly("2030-01-01", "2030-01-02");
    assertThat(made.body().path("audience").path("limit").asInt()).isEqualTo(7);
    assertThat(tooMany.error("audience.limit")).contains("1 and 7");
    assertThat(admin.get(PATH).body().has("defaultZone")).isFalse();
  }
}
