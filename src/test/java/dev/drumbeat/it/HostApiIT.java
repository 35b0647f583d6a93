package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import org.junit.jupiter.api.Test;

/** What a stock REST client of Jira does with the host's issues and filters. */
class HostApiIT {

  private static final String API = "/rest/api/2/";

  private final Host host = RunningHost.get();
  private final Rest sam = Rest.as(host, "sam");

  private static String lead(String more) {
    return "{\"fields\":{\"project\":{\"key\":\"SALES\"},\"summary\":\"A new lead\","
        + "\"issuetype\":{\"name\":\"Task\"},"
        + "\"labels\":[\"api-lead\"],\"customfield_10000\":\"api@example.com\""
        + more
        + "}}";
  }

  @Test
  void an_issue_is_created_found_changed_and_deleted() {
    String key = sam.post(API + "issue", lead("")).body().path("key").asText();

    JsonNode found = sam.get(API + "search?jql=labels%20%3D%20api-lead").body();
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("issues").path(0).path("key").asText()).isEqualTo(key);
    String assignee = "{\"fields\":{\"assignee\":{\"name\":\"lena\"}}}";
    assertThat(sam.put(API + "issue/" + key, assignee).status()).isEqualTo(204);
    String done = "{\"transition\":{\"id\":\"31\"}}";
    assertThat(sam.post(API + "issue/" + key + "/transitions", done).status()).isEqualTo(204);
    JsonNode fields = sam.get(API + "issue/" + key).body().path("fields");
    assertThat(fields.path("status").path("name").asText()).isEqualTo("Done");
    assertThat(fields.path("assignee").path("name").asText()).isEqualTo("lena");
    assertThat(fields.path("customfield_10000").asText()).isEqualTo("api@example.com");
    assertThat(sam.delete(API + "issue/" + key).status()).isEqualTo(204);
    assertThat(sam.get(API + "issue/" + key).status()).isEqualTo(404);
  }

  @Test
  void wrong_fields_are_named() {
    Answer unknown = sam.post(API + "issue", lead(",\"customfield_99\":\"x\""));
    Answer day = sam.post(API + "issue", lead(",\"duedate\":\"tomorrow\""));

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.error("customfield_99")).contains("unknown");
    assertThat(day.error("duedate")).contains("tomorrow");
  }

  @Test
  void what_a_user_may_not_see_is_not_there() {
    assertThat(sam.get(API + "issue/SECRET-1").status()).isEqualTo(404);
    assertThat(Rest.anonymously(host).get(API + "issue/SALES-1").status()).isEqualTo(401);
  }

  @Test
  void filters_are_saved_and_listed() {
    String body = "{\"name\":\"Api leads\",\"jql\":\"labels = api-lead\"}";
    String id = sam.post(API + "filter", body).body().path("id").asText();

    assertThat(sam.get(API + "filter/favourite").body().findValuesAsText("name"))
        .contains("Api leads", "Open leads");
    assertThat(sam.delete(API + "filter/" + id).status()).isEqualTo(204);
    assertThat(sam.get(API + "filter/" + id).status()).isEqualTo(400);
  }

  @Test
  void a_query_that_does_not_parse_says_why() {
    Answer answer = sam.get(API + "search?jql=project%20%3D");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.messages()).isNotEqualTo("[]");
  }
}
