package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.it.TrapServer.Moment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The app upgraded at every moment of a campaign (X1-X6): an orderly stop lets what is under way
 * come to its end, so everybody gets the message once and nothing is in doubt.
 */
class UpgradeUnderWayIT {

  private static final int LEADS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TrapServer server = new TrapServer();
  private Host host;
  private Rest admin;
  private Generations app;

  UpgradeUnderWayIT() throws IOException {}

  @BeforeEach
  void start() {
    host = RunningHost.start(HostOptions.forTests(RunningHost.home()));
    HostMain.addLeads(host, host.users().getUserByName("admin"), LEADS);
    admin = Rest.as(host, "admin");
    app = new Generations(host);
    assertThat(admin.put(BASE + "settings", "{\"sendingEnabled\":true}").status()).isEqualTo(200);
  }

  @AfterEach
  void end() {
    host.close();
    server.close();
  }

  @Test
  @Tag("journey")
  void everybody_gets_one_message_and_nothing_is_in_doubt() throws Exception {
    long campaign = campaign();
    String path = BASE + "campaigns/" + campaign;

    assertThat(admin.post(path + "/launch", "").status()).isEqualTo(202);
    app.upgradeTo(RunningHost.jar());
    for (Moment moment : Moment.values()) {
      upgradeAt(moment);
    }
    sendAllBut(0, campaign);

    assertThat(server.taken())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, LEADS).mapToObj(HostMain::lead).toList());
    assertThat(count(campaign, "planned")).isEqualTo(LEADS);
    assertThat(count(campaign, "sent")).isEqualTo(LEADS);
    assertThat(count(campaign, "unknown")).isZero();
    look(campaign);
    app.upgradeTo(RunningHost.jar());
    assertThat(app.threadsLeftBehind()).isEmpty();
    assertThat(app.stillInMemory()).as("class loaders of earlier versions in memory").isZero();
  }

  @Test
  void a_server_that_falls_silent_is_hung_up_on_and_only_its_message_is_in_doubt()
      throws Exception {
    long campaign = campaign();
    assertThat(admin.post(BASE + "campaigns/" + campaign + "/launch", "").status()).isEqualTo(202);
    CompletableFuture<CompletableFuture<String>> sprung = new CompletableFuture<>();
    CountDownLatch silence = new CountDownLatch(1);
    server.trap(
        Moment.TAKEN,
        7,
        () -> {
          sprung.complete(app.beginUpgrade());
          await(silence);
        });

    until(sprung);
    sprung.get(60, TimeUnit.SECONDS).get(60, TimeUnit.SECONDS);
    silence.countDown();
    sendAllBut(1, campaign);

    assertThat(server.taken())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, LEADS).mapToObj(HostMain::lead).toList());
    assertThat(count(campaign, "sent")).isEqualTo(LEADS - 1);
    assertThat(count(campaign, "unknown")).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(90, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets mails go out until the app is replaced at that moment of one of them. */
  private void upgradeAt(Moment moment) throws Exception {
    CompletableFuture<CompletableFuture<String>> sprung = new CompletableFuture<>();
    server.trap(moment, 7, () -> sprung.complete(app.beginUpgrade()));
    until(sprung);
    sprung.get(60, TimeUnit.SECONDS).get(60, TimeUnit.SECONDS);
  }

  private void until(CompletableFuture<?> happened) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!happened.isDone() && Instant.now().isBefore(end)) {
      run("drumbeat.campaigns");
      run("drumbeat.sending");
    }
  }

  private void sendAllBut(int inDoubt, long campaign) {
    server.trap(Moment.RCPT, -1, () -> {});
    Instant end = Instant.now().plus(PATIENCE);
    while (count(campaign, "sent") < LEADS - inDoubt && Instant.now().isBefore(end)) {
      run("drumbeat.campaigns");
      run("drumbeat.sending");
    }
  }

  /** Draws pages and asks around, so that whatever remembers classes has something to remember. */
  private void look(long campaign) {
    String pages = "/plugins/servlet/drumbeat/";
    for (String page :
        List.of(
            "campaigns",
            "campaigns/" + campaign,
            "campaigns/" + campaign + "?tab=log",
            "sequences",
            "leads",
            "status",
            "settings",
            "accounts")) {
      assertThat(admin.get(pages + page).status()).as(page).isEqualTo(200);
    }
    assertThat(admin.get("/browse/LEADS-1").status()).isEqualTo(200);
    run("drumbeat.mailboxes");
    run("drumbeat.numbers");
    run("drumbeat.health");
    assertThat(admin.post(BASE + "campaigns", "{").status()).isEqualTo(400);
  }

  private int count(long campaign, String what) {
    JsonNode numbers = admin.get(BASE + "campaigns/" + campaign + "/statistics").body();
    return numbers.path("messages").path(what).path("count").asInt(-1);
  }

  private void run(String job) {
    admin.post("/rest/host/1/jobs/" + job + "/run", "");
  }

  private long campaign() {
    long[] accounts = LongStream.range(0, 3).map(this::account).toArray();
    long sequence =
        Outreach.id(
            admin.post(
                BASE + "sequences",
                """
                {"name":"Welcome","steps":[{"subject":"Hello ${lead.firstName|'there'}",
                 "text":"One","delayValue":0,"delayUnit":"minutes"}]}"""));
    String body =
        """
        {"name":"Spring","kind":"sequence","sequenceId":%d,"mailAccountIds":[%d,%d,%d],
         "audience":{"jql":"project = LEADS","addressField":"%s"}}""";
    return Outreach.id(
        admin.post(
            BASE + "campaigns",
            body.formatted(sequence, accounts[0], accounts[1], accounts[2], Outreach.EMAIL_FIELD)));
  }

  private long account(long number) {
    String address = "sales" + number + "@drumbeat.example";
    host.lab().account(address, "secret");
    String body =
        """
        {"name":"Sales %d","fromAddress":"%s",
         "smtp":{"host":"127.0.0.1","port":%d,"security":"none"},
         "imap":{"host":"127.0.0.1","port":%d,"security":"none","user":"%s",
                 "password":"secret"}}""";
    return Outreach.id(
        admin.post(
            BASE + "mail-accounts",
            body.formatted(number, address, server.port(), host.lab().imapPort(), address)));
  }
}
