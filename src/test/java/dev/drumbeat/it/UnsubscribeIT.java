package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.audience.SignedTokens;
import dev.drumbeat.host.Host;
import dev.drumbeat.mail.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page at which recipients stop the mails, without a log-in on the running host. */
class UnsubscribeIT {

  private static final String FORGED = "1.AAAAAAAAAAAAAAAAAAAAAA";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  private final Outreach outreach = Outreach.get();
  private final Host host = outreach.host;
  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void the_page_asks_first_and_keeps_its_address_to_itself() throws Exception {
    HttpResponse<String> page = get(FORGED, "en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Stop these mails?", "name=\"everything\"")
        .doesNotContain("<script", "style=\"", FORGED);
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void the_page_speaks_the_language_of_the_browser() throws Exception {
    assertThat(get(FORGED, "de-AT").body()).contains("lang=\"de\"", "Keine Mails mehr");
    assertThat(get(FORGED, "fr").body()).contains("lang=\"en\"", "Stop these mails");
  }

  @Test
  void the_page_has_a_look_of_its_own() throws Exception {
    String style = host.url() + "/download/resources/dev.drumbeat.jira:public/public.css";

    assertThat(get(FORGED, "en").body())
        .contains("/download/resources/dev.drumbeat.jira:public/public.css");
    assertThat(send(HttpRequest.newBuilder(URI.create(style))).statusCode()).isEqualTo(200);
  }

  @Test
  void a_forged_token_gets_the_answer_of_a_good_one() throws Exception {
    HttpResponse<String> answer = post(FORGED, BodyPublishers.ofString(ONE_CLICK));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("You are unsubscribed");
    assertThat(post("nonsense", BodyPublishers.ofString(ONE_CLICK)).body())
        .isEqualTo(answer.body());
    assertThat(post("", BodyPublishers.noBody()).body()).isEqualTo(answer.body());
  }

  @Test
  void a_look_without_a_body_is_answered_without_one() throws Exception {
    HttpRequest.Builder head = request(FORGED).method("HEAD", BodyPublishers.noBody());

    HttpResponse<String> answer = send(head);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_body_that_no_form_has_is_refused() throws Exception {
    assertThat(post(FORGED, BodyPublishers.ofString("x=" + "y".repeat(5_000))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void one_click_ends_the_run_and_suppresses_the_lead_once() throws Exception {
    JsonNode run = run("RENEWALS-1");
    HttpResponse<String> forged = post(FORGED, BodyPublishers.ofString(ONE_CLICK));

    HttpResponse<String> first = post(token(run), BodyPublishers.ofString(ONE_CLICK));
    HttpResponse<String> again = post(token(run), BodyPublishers.ofString(ONE_CLICK));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(forged.body()).isEqualTo(again.body());
    JsonNode ended = read(run);
    assertThat(ended.path("state").asText()).isEqualTo("finished");
    assertThat(ended.path("reason").asText()).isEqualTo("unsubscribed");
    assertThat(types(ended)).containsExactly("enrolled", "unsubscribed", "finished");
    assertThat(scopes(run)).containsExactly("instance");
  }

  @Test
  void to_look_changes_nothing() throws Exception {
    JsonNode run = run("RENEWALS-2");

    HttpResponse<String> page = get(token(run), "en");

    assertThat(page.body()).isEqualTo(get(FORGED, "en").body());
    send(request(token(run)).method("HEAD", BodyPublishers.noBody()));
    assertThat(read(run).path("state").asText()).isEqualTo("pending");
    assertThat(scopes(run)).isEmpty();
  }

  @Test
  void who_looks_at_the_page_may_stop_the_one_series_alone() throws Exception {
    JsonNode run = run("RENEWALS-3");
    JsonNode other = run("RENEWALS-3");

    post(token(run), BodyPublishers.ofString("choice=page"));

    assertThat(read(run).path("reason").asText()).isEqualTo("unsubscribed");
    assertThat(read(other).path("state").asText()).isEqualTo("pending");
    assertThat(scopes(run)).containsExactly("campaign:" + run.path("campaignId").asText());
  }

  @Test
  void everything_ends_all_runs_of_the_lead_and_of_nobody_else() throws Exception {
    JsonNode run = run("RENEWALS-4");
    JsonNode other = run("RENEWALS-4");
    JsonNode somebodyElse = run("RENEWALS-5");

    post(token(run), BodyPublishers.ofString("choice=page&everything=on"));

    assertThat(read(other).path("reason").asText()).isEqualTo("unsubscribed");
    assertThat(read(somebodyElse).path("state").asText()).isEqualTo("pending");
  }

  @Test
  void the_address_says_nothing_of_the_lead() {
    JsonNode run = run("RENEWALS-6");

    assertThat(token(run)).matches("[0-9a-z]+\\.[A-Za-z0-9_-]{22}");
  }

  /** A run of that issue's lead, to whom nothing was sent yet. */
  private JsonNode run(String issueKey) {
    String campaign = outreach.draft(outreach.oneLead(issueKey));
    outreach.launched(campaign);
    return outreach.sam.get(campaign + "/enrollments").body().path("values").get(0);
  }

  private JsonNode read(JsonNode run) {
    return outreach.sam.get(Outreach.BASE + "enrollments/" + run.path("id").asLong()).body();
  }

  private static List<String> types(JsonNode run) {
    return StreamSupport.stream(run.path("events").spliterator(), false)
        .map(event -> event.path("type").asText())
        .toList();
  }

  /** How far the lead's suppressions reach. */
  private List<String> scopes(JsonNode run) {
    JsonNode all = outreach.admin.get(Outreach.BASE + "suppressions?maxResults=1000").body();
    return StreamSupport.stream(all.path("values").spliterator(), false)
        .filter(each -> each.path("address").asText().equals(run.path("email").asText()))
        .map(each -> each.path("scope").asText())
        .toList();
  }

  /** As the app signs it: with the key in the home of the host. */
  private String token(JsonNode run) {
    Secrets secrets = new Secrets(host.options().home().resolve("shared"), () -> Set.of("any"));
    return new SignedTokens(secrets).sign("unsubscribe", run.path("id").asLong());
  }

  private HttpResponse<String> get(String token, String language) throws Exception {
    return send(request(token).header("Accept-Language", language));
  }

  private HttpResponse<String> post(String token, BodyPublisher body) throws Exception {
    return send(
        request(token).header("Content-Type", "application/x-www-form-urlencoded").POST(body));
  }

  private HttpRequest.Builder request(String token) {
    return HttpRequest.newBuilder(URI.create(host.url() + "/plugins/servlet/drumbeat/u/" + token));
  }

  /** Follows nothing: a log-in would show. */
  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString());
  }
}
