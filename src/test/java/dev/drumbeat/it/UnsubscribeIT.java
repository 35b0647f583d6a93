package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.Host;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The page at which recipients stop the mails, without a log-in on the running host. */
class UnsubscribeIT {

  private static final String FORGED = "1.AAAAAAAAAAAAAAAAAAAAAA";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  private final Host host = RunningHost.get();
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
