package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.demo.App;
import dev.drumbeat.sending.AwkwardServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What administrators, and whoever they ask for help, are told of a house in which much went wrong:
 * enough to find it, and nothing of what anybody typed.
 */
class AdministratorIT {

  private static final String MARK = "canary";
  private static final String REFUSED = "canary-refused@refused.test";
  private static final String ANSWERS = "canary-answers@answers.test";
  private static final String GONE = "canary-gone@gone.test";
  private static final String PASSWORD = "canary-password";

  private static final List<String> LINES = new CopyOnWriteArrayList<>();
  private static final AwkwardServer REFUSING = new AwkwardServer();
  private static final Logger APP = (Logger) LoggerFactory.getLogger("dev.drumbeat");
  private static final Listener LISTENER = new Listener();

  private static Journey journey;
  private static Rest admin;
  private static long campaign;
  private static long desk;

  /** Keeps every line of the app as it would be written, stacks included. */
  private static final class Listener extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      if (!event.getLoggerName().startsWith("dev.drumbeat.host")) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String stack = thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
        LINES.add(event.getLevel() + " " + event.getFormattedMessage() + stack);
      }
    }
  }

  @BeforeAll
  static void let_much_go_wrong() throws Exception {
    LISTENER.start();
    APP.addAppender(LISTENER);
    APP.setLevel(Level.DEBUG);
    journey = Journey.begin();
    admin = Rest.as(journey.host, "admin");

    mark("settings", "{\"replyComments\":{\"group\":\"sales\"}}");
    suppression();
    wrongPassword();
    journey.account("canary-shop@shop.test", REFUSING.port());
    REFUSING.at("RCPT", "550 5.1.1 <" + REFUSED + "> canary unknown");
    journey.launch(saying("canary-refused").to(REFUSED).from("canary-shop@shop.test"));
    campaign = journey.launch(saying("canary-subject").to(ANSWERS, GONE));
    journey.answers(ANSWERS, "canary-words: call me");
    journey.bounces(GONE);
    journey.pass(Duration.ofHours(1), Duration.ofMinutes(20));
  }

  private static CampaignFixture saying(String subject) {
    ObjectNode first = CampaignFixture.step(0, "minutes", "canary-text").put("subject", subject);
    return aCampaign().with(first, CampaignFixture.after(3, "days"));
  }

  private static void mark(String path, String json) {
    assertThat(admin.put(Outreach.BASE + path, json).status()).isEqualTo(200);
  }

  private static void suppression() {
    String body =
        "{\"address\":\"canary-never@never.test\",\"reason\":\"manual\",\"scope\":\"instance\"}";
    assertThat(admin.post(Outreach.BASE + "suppressions", body).status()).isEqualTo(201);
  }

  /** An account of its own whose log-in is refused for both servers, with a lead that waits. */
  private static void wrongPassword() {
    journey.host.lab().account("canary-desk@desk.test", "another");
    ObjectNode account = App.object();
    account.put("name", "canary-account").put("fromAddress", "canary-desk@desk.test");
    account.put("fromName", "canary-person").put("replyTo", "canary-reply@desk.test");
    server(account.putObject("smtp"), journey.host.lab().smtpPort());
    server(account.putObject("imap"), journey.host.lab().imapPort());
    Rest.Answer made = admin.post(Outreach.BASE + "mail-accounts", account.toString());
    assertThat(made.status()).isEqualTo(201);
    desk = made.body().path("id").asLong();
    journey.launch(
        saying("canary-waits").to("canary-waits@waits.test").from("canary-desk@desk.test"));
    journey.app.run("drumbeat.mail.health");
    journey.app.run("drumbeat.mail.health");
  }

  private static void server(ObjectNode server, int port) {
    server.put("host", "127.0.0.1").put("port", port).put("security", "none");
    server.put("user", "canary-desk@desk.test").put("password", PASSWORD);
  }

  @AfterAll
  static void stop() {
    APP.detachAppender(LISTENER);
    APP.setLevel(null);
    journey.close();
    REFUSING.close();
  }

  @Test
  void the_log_names_campaign_enrollment_send_and_account_of_a_refused_lead() {
    JsonNode run = journey.enrollmentOf(REFUSED);

    assertThat(LINES)
        .filteredOn(line -> line.contains("refused for good"))
        .singleElement()
        .asString()
        .startsWith("INFO campaign=" + run.path("campaignId").asLong())
        .contains(" enrollment=" + run.path("id").asLong() + " send=")
        .contains(" account=")
        .endsWith("(why=outcome.hard code=550/5.1.1)");
  }

  @Test
  void the_log_tells_of_an_answer_and_of_a_bounce_by_ids() {
    assertThat(LINES)
        .anyMatch(line -> isAbout(line, ANSWERS) && line.contains("kind=HUMAN match=CERTAIN"))
        .anyMatch(line -> isAbout(line, GONE) && line.contains("kind=BOUNCE match=CERTAIN"));
    assertThat(LINES).anyMatch(line -> line.startsWith("INFO campaign=" + campaign + ": launched"));
  }

  private static boolean isAbout(String line, String lead) {
    long run = journey.enrollmentOf(lead).path("id").asLong();
    return line.startsWith("INFO campaign=" + campaign + " enrollment=" + run + " send=")
        && line.contains(" reply=");
  }

  @Test
  void a_wrong_password_is_told_once_for_each_way_and_not_with_every_try() {
    assertThat(LINES)
        // Other houses of this test run log, too.
        .filteredOn(line -> line.startsWith("WARN account=" + desk + ":"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("nothing can leave", "why=fault.login code=535"),
            line -> assertThat(line).contains("the check found a fault", "why=fault.login"),
            line -> assertThat(line).contains("the mailbox cannot be read", "why=fault.login"));
  }

  @Test
  void no_line_names_a_person_or_holds_a_password_or_a_text() {
    assertThat(LINES).hasSizeGreaterThan(20);
    assertThat(LINES).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(MARK));
    assertThat(LINES).noneMatch(line -> line.contains("@"));
  }

  @Test
  void the_support_bundle_tells_what_went_wrong() {
    JsonNode bundle = bundle();

    assertThat(bundle.at("/numbers/send.rejected").asLong()).isEqualTo(1);
    assertThat(bundle.at("/failures").findValuesAsText("type")).contains("rejected", "bounced");
    assertThat(bundle.at("/failures").findValuesAsText("code")).contains("550/5.1.1");
    assertThat(bundle.at("/accounts").findValuesAsText("word")).contains("fault.login");
    assertThat(bundle.at("/accounts").findValuesAsText("provider")).containsOnly("local");
    assertThat(bundle.at("/campaigns").findValuesAsText("state")).contains("running");
    assertThat(bundle.at("/health/checks").findValuesAsText("check")).contains("key", "database");
    assertThat(bundle.at("/health/jobs").findValuesAsText("outcome")).contains("success");
    assertThat(bundle.at("/installation/version").asText()).startsWith("0.2.0");
    assertThat(bundle.at("/settings/hasCommentGroup").asBoolean()).isTrue();
  }

  @Test
  void the_support_bundle_holds_nothing_that_anybody_typed() {
    String bundle = bundle().toString().toLowerCase(Locale.ROOT);

    assertThat(bundle)
        .doesNotContain(MARK, "@", ".test", ".example", "jql", "lena", "admin", "127.0.0.1")
        .doesNotContain("http:", "sales", "secret.key", journey.host.options().home().toString())
        .hasSizeLessThan(100_000);
  }

  @Test
  void the_support_bundle_is_a_file_for_administrators_alone() throws Exception {
    String token = journey.host.tokens().issue(journey.host.users().getUserByName("admin"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(journey.host.url() + Outreach.BASE + "support"))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"drumbeat-support-\\d{8}T\\d{4}Z\\.json\"");
    assertThat(Rest.as(journey.host, "lena").get(Outreach.BASE + "support").status())
        .isEqualTo(403);
    assertThat(Rest.anonymously(journey.host).get(Outreach.BASE + "support").status())
        .isEqualTo(401);
  }

  private static JsonNode bundle() {
    Rest.Answer answer = admin.get(Outreach.BASE + "support");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
