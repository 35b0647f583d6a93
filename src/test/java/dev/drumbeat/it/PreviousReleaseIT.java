package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar of the previous release with real data in it, replaced by the one of today. */
@Tag("journey")
class PreviousReleaseIT {

  private static final int LEADS = 24;
  private static final int FIRST_DAY = 10;
  private static final String SALES = "sales@drumbeat.example";
  private static final List<String> KEPT =
      List.of(
          "campaigns",
          "campaigns/{campaign}",
          "campaigns/{campaign}/statistics",
          "sequences",
          "mail-accounts",
          "enrollments?campaignId={campaign}&maxResults=50",
          "sends?campaignId={campaign}&maxResults=50",
          "replies?state=open",
          "suppressions",
          "events?campaignId={campaign}&maxResults=50",
          "settings",
          "settings/rights");

  private Host host;
  private Rest admin;

  @AfterEach
  void end() {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void everything_is_there_after_the_upgrade_and_goes_on_where_it_was() throws Exception {
    Path previous = PreviousRelease.jar();
    host = Host.start(HostOptions.forTests(RunningHost.home()));
    host.addSampleData();
    HostMain.addLeads(host, host.users().getUserByName("admin"), LEADS);
    admin = Rest.as(host, "admin");
    Generations app = new Generations(host);
    assertThat(app.upgradeTo(previous)).isEqualTo(PreviousRelease.version());
    long campaign = halfSent();
    Map<String, JsonNode> before = kept(campaign);

    assertThat(app.upgradeTo(RunningHost.jar())).isNotEqualTo(PreviousRelease.version());

    kept(campaign).forEach((path, now) -> holds(path, before.get(path), now));
    assertThat(admin.post(BASE + "mail-accounts/1/test", "").body().path("passed").asBoolean())
        .as("the passwords of the account")
        .isTrue();
    pagesOpen(campaign);
    oldMessagesAreStillKnown(campaign);
    theRestGoesOutOnce(campaign);
    assertThat(app.upgradeTo(previous)).as("back again").isEqualTo(PreviousRelease.version());
    assertThat(values(admin.get(BASE + "campaigns").body(), "id"))
        .containsExactly(Long.toString(campaign));
  }

  /** A campaign of which some got the first message, with an answer, a pause and a suppression. */
  private long halfSent() throws Exception {
    assertThat(admin.put(BASE + "settings", "{\"sendingEnabled\":true}").status()).isEqualTo(200);
    admin.put(BASE + "settings/rights", "{\"useCampaigns\":[\"jira-software-users\"]}");
    admin.post(BASE + "suppressions", "{\"address\":\"nobody@example.org\"}");
    host.lab().account(SALES, "secret");
    long account =
        Outreach.id(
            admin.post(
                BASE + "mail-accounts",
                """
                {"name":"Sales","fromAddress":"%s",
                 "smtp":{"host":"127.0.0.1","port":%d,"security":"none"},
                 "imap":{"host":"127.0.0.1","port":%d,"security":"none","user":"%s",
                         "password":"secret"}}"""
                    .formatted(SALES, host.lab().smtpPort(), host.lab().imapPort(), SALES)));
    long sequence =
        Outreach.id(
            admin.post(
                BASE + "sequences",
                """
                {"name":"Welcome","steps":[
                  {"subject":"Hello","text":"One","delayValue":0,"delayUnit":"minutes"},
                  {"text":"Two","delayValue":3,"delayUnit":"days"}]}"""));
    String body =
        """
        {"name":"Spring","kind":"sequence","sequenceId":%d,"mailAccountIds":[%d],
         "audience":{"jql":"project = LEADS","addressField":"%s"},"limits":{"perDay":%d}}""";
    long campaign =
        Outreach.id(
            admin.post(
                BASE + "campaigns",
                body.formatted(sequence, account, Outreach.EMAIL_FIELD, FIRST_DAY)));
    admin.post(BASE + "campaigns/" + campaign + "/launch", "");
    while (!stage(campaign).equals("closed")) {
      run("drumbeat.campaigns");
    }
    run("drumbeat.sending");
    assertThat(sent(campaign)).isEqualTo(FIRST_DAY);
    answers(written(campaign, 0));
    String waiting = enrollments(campaign, "pending").get(0);
    assertThat(admin.post(BASE + "enrollments/" + waiting + "/pause", "").status()).isEqualTo(200);
    return campaign;
  }

  private Map<String, JsonNode> kept(long campaign) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (String path : KEPT) {
      Answer answer = admin.get(BASE + path.replace("{campaign}", Long.toString(campaign)));
      assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
      all.put(path, answer.body());
    }
    return all;
  }

  /** Whether all that was said is still said; there may be more. */
  private static void holds(String where, JsonNode before, JsonNode now) {
    if (before.isObject()) {
      before
          .properties()
          .forEach(e -> holds(where + "." + e.getKey(), e.getValue(), now.path(e.getKey())));
    } else if (before.isArray()) {
      assertThat(now.size()).as(where).isEqualTo(before.size());
      IntStream.range(0, before.size())
          .forEach(i -> holds(where + "[" + i + "]", before.get(i), now.get(i)));
    } else {
      assertThat(now).as(where).isEqualTo(before);
    }
  }

  private void pagesOpen(long campaign) {
    for (String page :
        List.of("campaigns", "campaigns/" + campaign, "sequences", "leads", "status", "accounts")) {
      assertThat(admin.get("/plugins/servlet/drumbeat/" + page).status()).as(page).isEqualTo(200);
    }
  }

  private void oldMessagesAreStillKnown(long campaign) throws Exception {
    String answering = written(campaign, 1);
    answers(answering);
    assertThat(reason(campaign, answering)).isEqualTo("replied");
    String leaving = written(campaign, 2);
    String header = host.lab().messages(leaving).get(0).getHeader("List-Unsubscribe", null);
    HttpRequest oneClick =
        HttpRequest.newBuilder(URI.create(header.replaceAll("[<>\\s]", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    assertThat(HttpClient.newHttpClient().send(oneClick, BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
    assertThat(reason(campaign, leaving)).isEqualTo("unsubscribed");
  }

  /** Ten a day: days go by until nobody waits but the one who is paused. */
  private void theRestGoesOutOnce(long campaign) {
    for (int day = 0; day < 12; day++) {
      admin.post("/rest/host/1/clock", "{\"advance\":\"PT24H\"}");
      run("drumbeat.campaigns");
      run("drumbeat.mailboxes");
      run("drumbeat.sending");
    }
    int silent = LEADS - 3 - 1;
    for (int n = 0; n < LEADS; n++) {
      List<MimeMessage> got = host.lab().messages(HostMain.lead(n));
      assertThat(got).as(HostMain.lead(n)).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(
            IntStream.range(0, LEADS)
                .filter(n -> host.lab().messages(HostMain.lead(n)).size() == 2)
                .count())
        .isEqualTo(silent);
    assertThat(sent(campaign)).isEqualTo(2 * silent + 3);
  }

  private void answers(String lead) throws Exception {
    MimeMessage first = host.lab().messages(lead).get(0);
    host.lab()
        .deliver(
            SALES,
            aMail()
                .from(lead)
                .with("Message-ID", "<answer-of-" + lead + ">")
                .with("In-Reply-To", first.getMessageID())
                .saying("Thursday works for me.")
                .bytes());
    admin.post("/rest/host/1/clock", "{\"advance\":\"PT2M\"}");
    run("drumbeat.mailboxes");
  }

  /** The so-manieth of those who got the first message, in their order. */
  private String written(long campaign, int number) {
    JsonNode sends =
        admin.get(BASE + "sends?campaignId=" + campaign + "&state=sent&maxResults=50").body();
    return values(sends, "email").stream().sorted().toList().get(number);
  }

  private List<String> enrollments(long campaign, String state) {
    return values(
        admin.get(BASE + "enrollments?campaignId=" + campaign + "&state=" + state).body(), "id");
  }

  private String reason(long campaign, String lead) {
    JsonNode all = admin.get(BASE + "enrollments?campaignId=" + campaign + "&maxResults=50").body();
    for (JsonNode run : all.path("values")) {
      if (run.path("email").asText().equals(lead)) {
        return run.path("reason").asText();
      }
    }
    return "not there";
  }

  private int sent(long campaign) {
    JsonNode numbers = admin.get(BASE + "campaigns/" + campaign + "/statistics").body();
    return numbers.path("messages").path("sent").path("count").asInt(-1);
  }

  private String stage(long campaign) {
    JsonNode read = admin.get(BASE + "campaigns/" + campaign).body();
    return read.path("admission").path("stage").asText();
  }

  private void run(String job) {
    admin.post("/rest/host/1/jobs/" + job + "/run", "");
  }
}
