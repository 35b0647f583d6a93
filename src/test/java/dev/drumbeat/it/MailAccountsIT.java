package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail accounts over REST on the running host, against its mail lab. */
class MailAccountsIT {

  private static final String PATH = "/rest/drumbeat/1/mail-accounts";
  private static int number;

  private final Host host = RunningHost.get();
  private final Rest admin = Rest.as(host, "admin");
  private final String address = "outreach" + ++number + "@drumbeat.example";

  @BeforeEach
  void a_mailbox_in_the_lab() {
    host.lab().account(address, "secret");
  }

  @Test
  void an_account_is_created_and_read_without_its_passwords() {
    Answer created = admin.post(PATH, account("secret"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.location()).isEqualTo(created.body().path("self").asText());
    Answer read = admin.get(PATH + "/" + created.body().path("id").asLong());
    assertThat(read.body().path("fromAddress").asText()).isEqualTo(address);
    assertThat(read.body().path("version").asInt()).isEqualTo(1);
    assertThat(read.body().toString()).doesNotContain("secret");
  }

  @Test
  void every_stage_of_the_test_passes_and_the_message_is_read_back() {
    Answer test = admin.post(PATH + "/" + create("secret") + "/test", "");

    assertThat(test.status()).isEqualTo(200);
    assertThat(StreamSupport.stream(test.body().path("stages").spliterator(), false))
        .isNotEmpty()
        .allMatch(stage -> !stage.path("result").asText().equals("failed"), test.body().toString());
    assertThat(host.lab().messages(address)).hasSize(1);
  }

  @Test
  void a_wrong_password_fails_the_log_in_and_skips_what_follows() {
    JsonNode body = admin.post(PATH + "/" + create("wrong") + "/test", "").body();

    assertThat(body.toString()).contains("failed").contains("skipped").doesNotContain("wrong\"");
    assertThat(host.lab().messages(address)).isEmpty();
  }

  @Test
  void the_health_job_records_what_it_finds() {
    long id = create("secret");

    assertThat(
            host.scheduler().run(com.atlassian.scheduler.config.JobId.of("drumbeat.mail.health")))
        .extracting(response -> response.getRunOutcome().name())
        .isEqualTo("SUCCESS");

    assertThat(admin.get(PATH + "/" + id + "/health").body().path("smtp").toString())
        .containsIgnoringCase("ok");
  }

  @Test
  void a_stale_version_is_a_conflict() {
    long id = create("secret");
    String change = account("secret").replaceFirst("\\{", "{\"version\":1,");
    assertThat(admin.put(PATH + "/" + id, change).status()).isEqualTo(200);

    assertThat(admin.put(PATH + "/" + id, change).status()).isEqualTo(409);
  }

  @Test
  void a_stored_password_is_not_sent_to_another_server() {
    String path = PATH + "/" + create("secret");
    String kept = account("secret").replace(",\"password\":\"secret\"", "");
    String elsewhere = kept.replaceFirst("127.0.0.1", "127.0.0.2");

    Answer refused = admin.put(path, elsewhere.replaceFirst("\\{", "{\"version\":1,"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error("smtp.password")).contains("again");
    assertThat(refused.error("imap.password")).isEmpty();
    assertThat(admin.put(path, kept.replaceFirst("\\{", "{\"version\":1,")).status())
        .isEqualTo(200);
  }

  @Test
  void an_account_in_use_is_not_deleted() {
    Outreach outreach = Outreach.ofItsOwn();
    outreach.sequence(outreach.account);
    outreach.launched(outreach.draft(outreach.oneLead("SALES-1")));
    String path = PATH + "/" + outreach.account;

    Answer refused = outreach.admin.delete(path);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.messages())
        .contains("Campaigns: Spring.")
        .contains("Sequences: Welcome.")
        .contains("Leads under way: 1.");
    assertThat(outreach.admin.get(path).status()).isEqualTo(200);
    assertThat(admin.delete(PATH + "/" + create("secret")).status()).isEqualTo(204);
  }

  @Test
  void one_server_that_is_not_encrypted_is_warned_of_once() {
    Answer created = admin.post(PATH, account("secret"));

    assertThat(created.body().path("warnings")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":                    | 400 | line 1",
        "{\"nickname\":\"x\"}          | 400 | nickname",
        "{\"name\":{}}                 | 400 | name",
        "[]                            | 400 | object",
      })
  void a_wrong_body_is_refused_by_name(String body, int status, String says) {
    Answer answer = admin.post(PATH, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().toString()).containsIgnoringCase(says);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Answer answer =
        admin.post(
            PATH, account("secret").replace(address, "nobody").replace("\"none\"", "\"some\""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error("fromAddress")).isNotEmpty();
    assertThat(answer.error("smtp.security")).isNotEmpty();
  }

  @Test
  void a_body_over_the_limit_is_refused() {
    String name = "x".repeat(300_000);

    assertThat(admin.post(PATH, "{\"name\":\"" + name + "\"}").status()).isEqualTo(413);
  }

  @Test
  void others_than_administrators_are_refused() {
    assertThat(Rest.as(host, "sam").get(PATH).status()).isEqualTo(403);
    assertThat(Rest.anonymously(host).get(PATH).status()).isEqualTo(401);
    assertThat(Rest.anonymously(host).get(PATH).messages()).isNotEqualTo("[]");
  }

  @Test
  void a_form_is_refused_with_the_errors_of_the_contract() {
    Answer answer =
        admin.send(
            PATH,
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("name=x&atl_token=forged")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.messages()).contains("application/json");
  }

  @Test
  void a_forged_request_of_a_session_is_refused() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest logIn =
        HttpRequest.newBuilder(URI.create(host.url() + "/login.jsp"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("os_username=admin&os_password=admin"))
            .build();
    browser.send(logIn, BodyHandlers.discarding());
    HttpRequest forged =
        HttpRequest.newBuilder(URI.create(host.url() + PATH))
            .header("Content-Type", "application/json")
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString(account("secret")))
            .build();

    HttpResponse<String> answer = browser.send(forged, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("errorMessages").contains("XSRF");
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(admin.get(PATH + "/987654").status()).isEqualTo(404);
    assertThat(admin.get(PATH + "/987654").messages()).isNotEqualTo("[]");
  }

  private long create(String password) {
    return admin.post(PATH, account(password)).body().path("id").asLong();
  }

  private String account(String password) {
    return """
        {"name":"%s","fromAddress":"%s",
         "smtp":{"host":"127.0.0.1","port":%d,"security":"none","user":"%s","password":"%s"},
         "imap":{"host":"127.0.0.1","port":%d,"security":"none","user":"%s","password":"%s"}}"""
        .formatted(
            address,
            address,
            host.lab().smtpPort(),
            address,
            password,
            host.lab().imapPort(),
            address,
            password);
  }
}
