package dev.drumbeat.it;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.AppSetup;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.demo.Answer;
import dev.drumbeat.host.demo.App;
import dev.drumbeat.host.demo.Patience;
import dev.drumbeat.host.issue.HostComment;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.HostUser;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The product with a clock in one's hand: leads, campaigns, days that pass, and what arrives. */
final class Journey implements AutoCloseable {

  static final String SALES = AppSetup.SALES;
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final String OWNER = "lena";
  private static final String ISSUES = "/rest/api/2/issue";

  /** What happens between two looks at the clock happens at the later one. */
  private static final Duration STRIDE = Duration.ofHours(12);

  final Host host;
  final App app;
  private final Rest owner;
  private final Map<String, String> issues = new LinkedHashMap<>();

  private Journey(Host host) {
    this.host = host;
    AppSetup.make(host);
    this.app = new App(host, OWNER);
    this.owner = Rest.as(host, OWNER);
  }

  /** Begins on a Monday at nine in Berlin, in a house of its own that sends. */
  static Journey begin() {
    HostClock clock = HostClock.standingAt(Instant.parse("2027-04-05T07:00:00Z"));
    HostOptions options = HostOptions.forTests(RunningHost.home()).withClock(clock);
    Journey journey = new Journey(RunningHost.start(options));
    journey.app.turnSendingOn();
    return journey;
  }

  /** The same house after its lights were out for that long. */
  Journey restartedAfter(Duration outage) {
    HostOptions before = host.options();
    int smtp = host.lab().smtpPort();
    int imap = host.lab().imapPort();
    host.close();
    HostClock later = HostClock.standingAt(now().plus(outage));
    Journey again =
        new Journey(RunningHost.start(before.withMailPorts(smtp, imap).withClock(later)));
    again.issues.putAll(issues);
    return again;
  }

  Instant now() {
    return host.clock().instant();
  }

  /** Lets time go by until the next Monday, 9:00 in Berlin. */
  void waitForMonday() {
    ZonedDateTime monday = now().atZone(BERLIN).with(next(MONDAY)).with(LocalTime.of(9, 0));
    host.clock().advance(Duration.between(now(), monday.toInstant()));
    tick();
  }

  /** Lets time go by, with everything that the app does meanwhile. */
  void pass(Duration duration) {
    pass(duration, STRIDE);
  }

  /** The same with closer looks. */
  void pass(Duration duration, Duration stride) {
    for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(stride)) {
      host.clock().advance(left.compareTo(stride) < 0 ? left : stride);
      tick();
    }
  }

  /** The app does nothing for that long, as in a house without light; then everything. */
  void missTime(Duration duration) {
    host.clock().advance(duration);
    tick();
  }

  /** Everything that the app does at this moment. */
  void tick() {
    app.run("drumbeat.campaigns");
    app.run("drumbeat.mailboxes");
    app.run("drumbeat.sending");
  }

  /** The key of the issue of a lead, which is made when there is none. */
  String lead(String address) {
    return issues.computeIfAbsent(address, this::issue);
  }

  private String issue(String address) {
    ObjectNode issue = App.object();
    issue
        .putObject("fields")
        .put("summary", "A lead")
        .put(Outreach.EMAIL_FIELD, address)
        .putObject("project")
        .put("key", "SALES");
    issue.withObject("/fields/issuetype").put("name", "Task");
    return must(owner.post(ISSUES, issue.toString())).path("key").asText();
  }

  /** Somebody fills in a field of the issue of a lead. */
  void fill(String address, String field, String value) {
    ObjectNode change = App.object();
    change.putObject("fields").put(field, value);
    must(owner.put(ISSUES + "/" + lead(address), change.toString()));
  }

  /** Somebody is done with the issue of a lead. */
  void resolve(String address) {
    resolveIssue(lead(address));
    tick();
  }

  /** Somebody has done the one thing of that summary that is still to do. */
  void resolveTask(String summary) {
    String open = "status = \"To Do\" AND summary ~ \"" + summary + "\"";
    String query = "/rest/api/2/search?jql=" + URLEncoder.encode(open, StandardCharsets.UTF_8);
    JsonNode found = must(owner.get(query)).path("issues");
    assertThat(found).hasSize(1);
    resolveIssue(found.at("/0/key").asText());
    app.run("drumbeat.tasks");
    tick();
  }

  private void resolveIssue(String key) {
    must(owner.post(ISSUES + "/" + key + "/transitions", "{\"transition\":{\"id\":\"31\"}}"));
  }

  /** Replaces something of the app. */
  void put(String path, ObjectNode json) {
    must(owner.put(Outreach.BASE + path, json.toString()));
  }

  /** Leads are put to their places in a sequence that was published anew. */
  void moveLeads() {
    app.run("drumbeat.sequences");
  }

  /** Somebody deletes the issue of a lead. */
  void deleteIssueOf(String address) {
    must(owner.delete(ISSUES + "/" + lead(address)));
  }

  /** Launches it and lets the first mails go out; answers its number. */
  long launch(CampaignFixture campaign) {
    return launch(app.create("sequences", campaign.sequence().toString()), campaign);
  }

  /** The same with a sequence that is there already. */
  long launch(long sequence, CampaignFixture campaign) {
    long account = app.account(campaign.from());
    Stream<String> keys = campaign.people().stream().map(this::lead);
    long id = app.create("campaigns", campaign.json(sequence, keys, account));
    app.launch(id);
    tick();
    return id;
  }

  /** Enrolls a lead into a sequence of its own, and lets the first mail go out. */
  void enroll(String address, CampaignFixture campaign) {
    ObjectNode sequence = campaign.sequence().put("sendingConfigId", app.account(campaign.from()));
    long id = app.create("sequences", sequence.toString());
    ObjectNode who = App.object().put("issueKey", lead(address));
    who.put("addressField", Outreach.EMAIL_FIELD);
    app.post("sequences/" + id + "/enroll", who.toString());
    tick();
  }

  /** Schedules a newsletter to the leads of that campaign. */
  long newsletter(Instant at, CampaignFixture campaign) {
    Stream<String> keys = campaign.people().stream().map(this::lead);
    return app.create("campaigns", campaign.newsletter(at, keys, app.account(campaign.from())));
  }

  /** Does something to a campaign: pause, resume, cancel. */
  void tell(long campaign, String what, String json) {
    app.post("campaigns/" + campaign + "/" + what, json);
  }

  /** As a mail program does it for the reader of the last mail (RFC 8058). */
  void unsubscribes(String address) throws Exception {
    String header = lastMailTo(address).getHeader("List-Unsubscribe", null);
    HttpRequest oneClick =
        HttpRequest.newBuilder(URI.create(header.replaceAll("[<>\\s]", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    int status = HttpClient.newHttpClient().send(oneClick, BodyHandlers.discarding()).statusCode();
    assertThat(status).isEqualTo(200);
    tick();
  }

  /** Waits until everybody of a campaign is admitted, and lets the first mails go out. */
  void untilAdmitted(long campaign) {
    Patience.until(() -> stage(campaign).equals("closed"));
    tick();
  }

  private String stage(long campaign) {
    return app.campaign(campaign).path("admission").path("stage").asText();
  }

  /** Lets the paused run of a lead go on. */
  void resume(String address) {
    app.post("enrollments/" + enrollmentOf(address).path("id").asLong() + "/resume", "");
    tick();
  }

  /** Connects one more account, whose mail leaves by that port. */
  void account(String address, int smtpPort) {
    host.lab().account(address, "secret");
    String account =
        """
        {"name":"%1$s","fromAddress":"%1$s",
         "smtp":{"host":"127.0.0.1","port":%2$d,"security":"none"},
         "imap":{"host":"127.0.0.1","port":%3$d,"security":"none","user":"%1$s",
                 "password":"secret"}}"""
            .formatted(address, smtpPort, host.lab().imapPort());
    must(Rest.as(host, "admin").post(Outreach.BASE + "mail-accounts", account));
  }

  /** What administrators see of the sending of an account of that name. */
  JsonNode shardOf(String name) {
    return StreamSupport.stream(app.status().path("shards").spliterator(), false)
        .filter(shard -> shard.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  List<MimeMessage> mailTo(String address) {
    return host.lab().messages(address);
  }

  /** The text of a mail and its HTML, where there are both. */
  List<String> partsOf(MimeMessage mail) throws MessagingException, IOException {
    List<String> parts = new ArrayList<>();
    Multipart all = (Multipart) mail.getContent();
    for (int i = 0; i < all.getCount(); i++) {
      parts.add(all.getBodyPart(i).getContent().toString());
    }
    return parts;
  }

  /** When each mail to somebody left, on the clock of Berlin. */
  List<String> timesOfMailTo(String address) throws MessagingException {
    List<String> times = new ArrayList<>();
    for (MimeMessage mail : mailTo(address)) {
      ZonedDateTime sent = mail.getSentDate().toInstant().atZone(BERLIN);
      times.add("%ta %<tH:%<tM".formatted(sent));
    }
    return times;
  }

  /** Somebody types an answer to the last mail that they got. */
  void answers(String address, String words) throws MessagingException {
    host.lab().deliver(SALES, answer(address).words(words));
    tick();
  }

  void isAwayUntil(String address, Instant until) throws MessagingException {
    host.lab().deliver(SALES, answer(address).away(until));
    tick();
  }

  void bounces(String address) throws MessagingException {
    host.lab().deliver(SALES, answer(address).noSuchAddress());
    tick();
  }

  private Answer answer(String address) {
    return new Answer(lastMailTo(address), address, now());
  }

  private MimeMessage lastMailTo(String address) {
    List<MimeMessage> all = mailTo(address);
    return all.get(all.size() - 1);
  }

  /** How the last run of a lead stands: its state and why, in the words of REST. */
  String stateOf(String address) {
    JsonNode run = enrollmentOf(address);
    return (run.path("state").asText() + " " + run.path("reason").asText("")).strip();
  }

  JsonNode enrollmentOf(String address) {
    return app.get("enrollments?email=" + address).path("values").path(0);
  }

  /** Waits for what the app does in the background. */
  void until(String address, String state) {
    Patience.until(() -> stateOf(address).equals(state));
  }

  List<String> commentsOn(String address) {
    HostIssue issue = host.tracker().issues().getIssueByCurrentKey(lead(address));
    HostUser reader = host.users().getUserByName(OWNER);
    return host.tracker().comments().visible(reader, issue).stream()
        .map(HostComment::getBody)
        .toList();
  }

  HostUser owner() {
    return host.users().getUserByName(OWNER);
  }

  private static JsonNode must(Rest.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.body();
  }

  @Override
  public void close() {
    host.close();
  }
}
