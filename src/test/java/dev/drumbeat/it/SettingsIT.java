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
        "{\"defaultZone\":\"UTC\"}                  | defaultZone          | not available yet",
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
}
