package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.it.TrapServer.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The process of the host killed at every moment of a campaign (X1-X6): nobody is written to twice,
 * and everybody is written to but those who are listed as unknown.
 */
@Tag("journey")
class KilledHostIT {

  private static final String BASE = "/rest/drumbeat/1/";
  private static final int LEADS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home = RunningHost.home();
  private final TrapServer server;
  private HostProcess host;

  KilledHostIT() throws IOException {
    server = new TrapServer();
  }

  @AfterEach
  void end() {
    host.kill();
    server.close();
  }

  @Test
  void nobody_gets_a_message_twice_and_every_doubt_is_listed() throws Exception {
    host = HostProcess.start(home, LEADS);
    long campaign = campaign();

    host.post(BASE + "campaigns/" + campaign + "/launch", "");
    host.kill();
    for (Moment moment : Moment.values()) {
      sendUntilKilledAt(moment, 7);
    }
    host = HostProcess.start(home, LEADS);
    sendTheRest(campaign);

    List<String> unknown = unknown(campaign);
    assertThat(unknown).hasSizeBetween(2, Moment.values().length);
    assertThat(server.taken()).doesNotHaveDuplicates();
    assertThat(servedOrListed(campaign))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, LEADS).mapToObj(HostMain::lead).toList());
    System.out.printf(
        "%d leads, %d kills: %d taken, %d of them in doubt%n",
        LEADS, Moment.values().length + 1, server.taken().size(), unknown.size());
  }

  private void sendUntilKilledAt(Moment moment, int butSoMany) throws IOException {
    host = HostProcess.start(home, LEADS);
    server.trap(moment, butSoMany, host::kill);
    Instant end = Instant.now().plus(PATIENCE);
    // The launch that was cut short is gone on with by its job.
    while (host.isAlive() && Instant.now().isBefore(end)) {
      host.run("drumbeat.campaigns").join();
      host.run("drumbeat.sending").join();
    }
    assertThat(host.isAlive()).as("still alive after " + moment).isFalse();
  }

  private void sendTheRest(long campaign) {
    server.trap(Moment.RCPT, -1, () -> {});
    Instant end = Instant.now().plus(PATIENCE);
    while (servedOrListed(campaign).size() < LEADS && Instant.now().isBefore(end)) {
      CompletableFuture<Void> launching = host.run("drumbeat.campaigns");
      host.run("drumbeat.sending").join();
      launching.join();
    }
  }

  private Set<String> servedOrListed(long campaign) {
    Set<String> addresses = new HashSet<>(server.taken());
    addresses.addAll(unknown(campaign));
    return addresses;
  }

  private List<String> unknown(long campaign) {
    JsonNode page = host.get(BASE + "sends?campaignId=" + campaign + "&state=unknown");
    return Outreach.values(page, "email");
  }

  private long campaign() {
    host.put(BASE + "settings", "{\"sendingEnabled\":true}");
    long account =
        id(
            host.post(
                BASE + "mail-accounts",
                """
                {"name":"Sales","fromAddress":"sales@drumbeat.example",
                 "smtp":{"host":"127.0.0.1","port":%d,"security":"none"},
                 "imap":{"host":"127.0.0.1","port":1,"security":"none","user":"x","password":"x"}}"""
                    .formatted(server.port())));
    long sequence =
        id(
            host.post(
                BASE + "sequences",
                """
                {"name":"Welcome","steps":[
                  {"subject":"Hello","text":"One","delayValue":0,"delayUnit":"minutes"}]}"""));
    String body =
        """
        {"name":"Spring","kind":"sequence","sequenceId":%d,"mailAccountIds":[%d],
         "audience":{"jql":"project = LEADS","addressField":"%s"}}""";
    return id(
        host.post(BASE + "campaigns", body.formatted(sequence, account, Outreach.EMAIL_FIELD)));
  }

  private static long id(JsonNode created) {
    return created.path("id").asLong();
  }
}
