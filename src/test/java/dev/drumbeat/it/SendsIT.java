package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.id;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What really leaves, over REST on a running host that sends. */
class SendsIT {

  private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <(http[^>]+)>");
  private static Outreach outreach;
  private static long sequence;

  @BeforeAll
  static void a_host_that_sends() {
    outreach = Outreach.ofItsOwn();
    sequence = outreach.sequence(outreach.account);
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @AfterAll
  static void it_goes() {
    outreach.host.close();
  }

  @Test
  void a_send_is_read_alone_in_a_list_and_with_its_run() {
    JsonNode run = sentTo("ann@example.org");

    JsonNode send = run.path("sends").path(0);
    assertThat(run.path("sends")).hasSize(1);
    assertThat(send.path("state").asText()).isEqualTo("sent");
    assertThat(send.path("subject").asText()).isEqualTo("Hello");
    assertThat(send.path("messageId").asText()).startsWith("<");
    String path = BASE + "sends/" + send.path("id").asLong();
    assertThat(send.path("self").asText()).endsWith(path);
    assertThat(outreach.sam.get(path).body()).isEqualTo(send);
    String list = BASE + "sends?state=sent&enrollmentId=" + run.path("id").asLong();
    assertThat(outreach.sam.get(list).body().path("values").path(0)).isEqualTo(send);
    assertThat(values(outreach.sam.get(BASE + "sends?state=unknown").body(), "id")).isEmpty();
  }

  @Test
  void the_status_says_that_mail_goes_out() {
    sentTo("dora@example.org");

    JsonNode status = outreach.admin.get(BASE + "status").body();

    assertThat(status.path("sending").path("on").asBoolean()).isTrue();
    assertThat(status.path("sending").path("sentence").asText()).contains("nothing is due");
    assertThat(status.path("shards").path(0).path("lastTickAt").asText()).endsWith("Z");
    assertThat(status.path("shards").path(0).path("perHour").asLong()).isPositive();
  }

  @Test
  void somebody_elses_sends_are_not_there() {
    JsonNode send = sentTo("ben@example.org").path("sends").path(0);

    assertThat(outreach.bob.get(BASE + "sends/" + send.path("id").asLong()).status())
        .isEqualTo(404);
    assertThat(outreach.bob.get(BASE + "sends").body().path("total").asInt()).isZero();
    assertThat(values(outreach.admin.get(BASE + "sends").body(), "id"))
        .contains(send.path("id").asText());
  }

  @Test
  void the_link_of_a_mail_that_was_sent_ends_the_run() throws Exception {
    JsonNode run = sentTo("cleo@example.org");
    Matcher link = LINK.matcher(mail("cleo@example.org"));
    assertThat(link.find()).isTrue();

    HttpRequest oneClick =
        HttpRequest.newBuilder(URI.create(link.group(1)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    assertThat(HttpClient.newHttpClient().send(oneClick, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);

    JsonNode ended = outreach.sam.get(BASE + "enrollments/" + run.path("id").asLong()).body();
    assertThat(ended.path("reason").asText()).isEqualTo("unsubscribed");
    outreach.advance("P4D");
    tick();
    assertThat(outreach.host.lab().messages("cleo@example.org")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"state, lost", "campaignId, x", "enrollmentId, -1", "mailAccountId, 1.5"})
  void a_wrong_parameter_is_named(String parameter, String value) {
    var answer = outreach.sam.get(BASE + "sends?" + parameter + "=" + value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error(parameter)).isNotEmpty();
  }

  /** A run whose first mail has left. */
  private static JsonNode sentTo(String email) {
    outreach.host.lab().account(email, "secret");
    String body = "{\"email\":\"" + email + "\"}";
    long run = id(outreach.sam.post(BASE + "sequences/" + sequence + "/enroll", body));
    tick();
    return outreach.eventually(
        BASE + "enrollments/" + run,
        read -> read.path("sends").path(0).path("state").asText().equals("sent"));
  }

  private static void tick() {
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
  }

  /** The only message that came there, headers unfolded. */
  private static String mail(String email) throws Exception {
    return outreach
        .admin
        .get("/rest/host/1/mail/messages?to=" + email)
        .body()
        .toString()
        .replaceAll("\\\\r\\\\n[ \\\\t]+", " ");
  }
}
