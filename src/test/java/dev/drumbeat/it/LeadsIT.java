package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People over all campaigns: who is found by whom, what they had, and whether we may write. */
class LeadsIT {

  private static final String LEADS = BASE + "leads";
  private static final String SUPPRESSIONS = BASE + "suppressions";

  private static Outreach outreach;

  @BeforeAll
  static void start() {
    outreach = Outreach.ofItsOwn();
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @AfterAll
  static void stop() {
    outreach.host.close();
  }

  @Test
  void the_time_line_tells_all_campaigns_the_last_first() throws Exception {
    String lead = launched("SALES-1");
    run("drumbeat.sending");
    String first = outreach.host.lab().messages(lead).get(0).getMessageID();
    String answer = "<answer-of-" + lead + ">";
    // Mail knows whole seconds only.
    outreach.advance("PT2S");
    outreach
        .host
        .lab()
        .deliver(
            "sales@drumbeat.example",
            aMail()
                .from(lead)
                .with("Message-ID", answer)
                .with("In-Reply-To", first)
                .saying("Tell me more.")
                .bytes());
    run("drumbeat.mailboxes");
    launched("SALES-1");

    JsonNode history = outreach.sam.get(LEADS + "/" + lead + "/history").body();

    assertThat(values(history, "what"))
        .startsWith("enrolled")
        .contains("sent", "human", "finished")
        .endsWith("enrolled");
    assertThat(values(history, "at").stream().map(Instant::parse))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(history.path("isLast").asBoolean()).isTrue();
    JsonNode sent =
        outreach.sam.get(LEADS + "/" + lead + "/history?kind=mail").body().path("values").path(0);
    assertThat(sent.path("subject").asText()).isEqualTo("Hello");
    JsonNode reply =
        outreach.sam.get(LEADS + "/" + lead + "/history?kind=reply").body().path("values").path(0);
    assertThat(reply.path("text").asText()).isEqualTo("Tell me more.");
    assertThat(reply.path("actor").asText()).isEqualTo(lead);
  }

  @Test
  void the_time_line_comes_in_pages() {
    String lead = launched("SALES-2");
    launched("SALES-2");

    JsonNode first = outreach.sam.get(LEADS + "/" + lead + "/history?maxResults=1").body();
    JsonNode last = outreach.sam.get(LEADS + "/" + lead + "/history?startAt=1&maxResults=1").body();

    assertThat(first.path("isLast").asBoolean(true)).isFalse();
    assertThat(first.has("total")).isFalse();
    assertThat(last.path("isLast").asBoolean()).isTrue();
    assertThat(last.path("total").asInt()).isEqualTo(2);
  }

  @Test
  void people_are_found_by_a_beginning_in_ones_own_campaigns_alone() {
    String lead = launched("SALES-3");
    String beginning = lead.substring(0, 5).toUpperCase(Locale.ROOT);

    assertThat(found(outreach.sam, beginning)).contains(lead);
    assertThat(found(outreach.sam, lead.substring(lead.indexOf('@') + 1))).contains(lead);
    assertThat(found(outreach.admin, beginning)).contains(lead);
    assertThat(found(outreach.lena, beginning)).doesNotContain(lead);
  }

  @Test
  void a_whole_address_or_an_issue_finds_whom_one_may_browse() {
    String lead = launched("SALES-4");

    assertThat(found(outreach.lena, lead)).containsExactly(lead);
    assertThat(found(outreach.lena, "sales-4")).containsExactly(lead);
    assertThat(found(outreach.bob, lead)).isEmpty();
    assertThat(found(outreach.bob, "SALES-4")).isEmpty();
    JsonNode person = outreach.bob.get(LEADS + "/" + lead).body();
    assertThat(person.path("enrollments")).isEmpty();
    assertThat(outreach.bob.get(LEADS + "/" + lead + "/history").body().path("values")).isEmpty();
  }

  @Test
  void do_not_mail_ends_what_is_open_at_once_and_is_told() {
    String lead = launched("SALES-5");

    long id = suppress(outreach.sam, lead, "instance");

    JsonNode person = outreach.sam.get(LEADS + "/" + lead).body();
    JsonNode run = person.path("enrollments").path(0);
    assertThat(run.path("state").asText()).isEqualTo("finished");
    assertThat(run.path("reason").asText()).isEqualTo("suppressed");
    assertThat(person.path("suppressions").path(0).path("id").asLong()).isEqualTo(id);
    assertThat(found(outreach.sam, lead)).containsExactly(lead);
  }

  @Test
  void only_an_administrator_who_says_why_allows_it_again() {
    String lead = launched("SALES-6");
    long id = suppress(outreach.sam, lead, "instance");

    assertThat(lift(outreach.sam, id, "By mistake").status()).isEqualTo(403);
    assertThat(lift(outreach.admin, id, " ").error("reason")).isNotEmpty();
    assertThat(lift(outreach.admin, id, "She asked for it").status()).isEqualTo(204);

    JsonNode history = outreach.sam.get(LEADS + "/" + lead + "/history?kind=suppression").body();
    assertThat(values(history, "what")).containsExactly("lifted", "suppressed");
    assertThat(values(history, "text")).first().isEqualTo("She asked for it");
    assertThat(outreach.sam.get(LEADS + "/" + lead).body().path("suppressions")).isEmpty();
  }

  @Test
  void a_campaign_that_one_may_not_see_cannot_be_told_to_stop() {
    String path = outreach.draft(outreach.oneLead("SALES-7"));
    String scope = "campaign:" + path.substring(path.lastIndexOf('/') + 1);
    String body = "{\"address\":\"x@example.org\",\"scope\":\"%s\"}".formatted(scope);

    assertThat(outreach.lena.post(SUPPRESSIONS, body).error("scope")).contains("no campaign");
    assertThat(outreach.sam.post(SUPPRESSIONS, body).status()).isEqualTo(201);
  }

  @Test
  void suppressions_are_found_by_address_and_domain() {
    suppress(outreach.sam, "finder@quince.example", "instance");

    assertThat(values(outreach.sam.get(SUPPRESSIONS + "?q=FIND").body(), "address"))
        .containsExactly("finder@quince.example");
    assertThat(values(outreach.sam.get(SUPPRESSIONS + "?q=quince.ex").body(), "address"))
        .containsExactly("finder@quince.example");
    assertThat(outreach.sam.get(SUPPRESSIONS + "?q=medlar").body().path("total").asInt()).isZero();
  }

  @Test
  void a_search_for_too_little_is_refused_by_name() {
    assertThat(outreach.sam.get(LEADS).error("q")).isNotEmpty();
    assertThat(outreach.sam.get(LEADS + "?q=a").error("q")).contains("2");
    assertThat(outreach.sam.get(LEADS + "/nobody").status()).isEqualTo(404);
    assertThat(Rest.anonymously(outreach.host).get(LEADS + "?q=ann").status()).isEqualTo(401);
  }

  private static List<String> found(Rest reader, String q) {
    Answer answer = reader.get(LEADS + "?q=" + q);
    assertThat(answer.status()).isEqualTo(200);
    return values(answer.body(), "email");
  }

  private static long suppress(Rest user, String address, String scope) {
    String body = "{\"address\":\"%s\",\"scope\":\"%s\"}".formatted(address, scope);
    return Outreach.id(user.post(SUPPRESSIONS, body));
  }

  private static Answer lift(Rest user, long id, String why) {
    String body = "{\"reason\":\"" + why + "\"}";
    return user.send(
        SUPPRESSIONS + "/" + id,
        request ->
            request
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body)));
  }

  /** Launches a campaign over the lead of an issue and answers the address. */
  private static String launched(String issueKey) {
    String path = outreach.draft(outreach.oneLead(issueKey));
    outreach.launched(path);
    JsonNode runs = outreach.sam.get(path + "/enrollments").body();
    return runs.path("values").path(0).path("email").asText();
  }

  private static void run(String job) {
    Answer run = outreach.admin.post("/rest/host/1/jobs/" + job + "/run", "");
    assertThat(run.body().path("outcome").asText()).isEqualTo("SUCCESS");
  }
}
