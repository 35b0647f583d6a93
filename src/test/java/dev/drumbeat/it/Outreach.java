package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * A host of its own, whose clock tests move and where everybody may use campaigns and the sales
 * group may launch them; with an account and a sequence to send.
 */
final class Outreach {

  static final String BASE = "/rest/drumbeat/1/";
  static final String CAMPAIGNS = BASE + "campaigns";
  static final String EMAIL_FIELD = "customfield_10000";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static Outreach outreach;

  final Host host = RunningHost.start(HostOptions.forTests(RunningHost.home()));
  final Rest admin = Rest.as(host, "admin");
  final Rest sam = Rest.as(host, "sam");
  final Rest lena = Rest.as(host, "lena");
  final Rest bob = Rest.as(host, "bob");
  final long account;
  final long sequence;

  private Outreach() {
    String rights = "{\"useCampaigns\":[\"jira-software-users\"],\"launchCampaigns\":[\"sales\"]}";
    assertThat(admin.put(BASE + "settings/rights", rights).status()).isEqualTo(200);
    host.lab().account("sales@drumbeat.example", "secret");
    account = id(admin.post(BASE + "mail-accounts", account()));
    sequence = sequence(null);
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop the host of campaigns"));
  }

  static synchronized Outreach get() {
    if (outreach == null) {
      outreach = new Outreach();
    }
    return outreach;
  }

  /** One more, for tests that send: what others have launched must not leave with it. */
  static Outreach ofItsOwn() {
    return new Outreach();
  }

  private String account() {
    return """
        {"name":"Sales","fromAddress":"sales@drumbeat.example",
         "smtp":{"host":"127.0.0.1","port":%d,"security":"none"},
         "imap":{"host":"127.0.0.1","port":%d,"security":"none","user":"sales@drumbeat.example",
                 "password":"secret"}}"""
        .formatted(host.lab().smtpPort(), host.lab().imapPort());
  }

  /** A sequence of sam's with two mails, which sends by itself from that account. */
  long sequence(Long sendingConfigId) {
    String body =
        """
        {"name":"Welcome","sendingConfigId":%s,"steps":[
          {"subject":"Hello","text":"One","delayValue":0,"delayUnit":"minutes"},
          {"text":"Two","delayValue":3,"delayUnit":"days"}]}""";
    return id(sam.post(BASE + "sequences", body.formatted(sendingConfigId)));
  }

  /** The filter of the sample data with that name. */
  long filter(String name) {
    return host.tracker().filters().visible(host.users().getUserByName("admin")).stream()
        .filter(filter -> filter.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  /** The body of a campaign over an audience, which is JSON. */
  String campaign(String audience) {
    return """
        {"name":"Spring","kind":"sequence","sequenceId":%d,"audience":%s,"mailAccountIds":[%d]}"""
        .formatted(sequence, audience, account);
  }

  /** The body of a campaign over all open leads. */
  String openLeads() {
    return campaign(
        "{\"filterId\":%d,\"addressField\":\"%s\"}".formatted(filter("Open leads"), EMAIL_FIELD));
  }

  /** The body of a campaign over one lead. */
  String oneLead(String issueKey) {
    return campaign(
        "{\"jql\":\"key = %s\",\"addressField\":\"%s\"}".formatted(issueKey, EMAIL_FIELD));
  }

  /** Makes it for sam and answers its path. */
  String draft(String body) {
    return CAMPAIGNS + "/" + id(sam.post(CAMPAIGNS, body));
  }

  /** Launches it for sam and waits until everybody is admitted. */
  JsonNode launched(String path) {
    Answer launch = sam.post(path + "/launch", "");
    assertThat(launch.status()).as(launch.body().toString()).isEqualTo(202);
    return eventually(path, c -> c.path("admission").path("stage").asText().equals("closed"));
  }

  /** Asks as the administrator until the answer fits. */
  JsonNode eventually(String path, Predicate<JsonNode> fits) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode body = admin.get(path).body();
    while (!fits.test(body) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      body = admin.get(path).body();
    }
    assertThat(fits.test(body)).as(body.toString()).isTrue();
    return body;
  }

  void advance(String duration) {
    String body = "{\"advance\":\"" + duration + "\"}";
    assertThat(admin.post("/rest/host/1/clock", body).status()).isEqualTo(200);
  }

  void runCampaignJob() {
    Answer run = admin.post("/rest/host/1/jobs/drumbeat.campaigns/run", "");
    assertThat(run.body().path("outcome").asText()).isEqualTo("SUCCESS");
  }

  static long id(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  /** A field of every value of a page. */
  static List<String> values(JsonNode page, String field) {
    return StreamSupport.stream(page.path("values").spliterator(), false)
        .map(value -> value.path(field).asText())
        .toList();
  }
}
