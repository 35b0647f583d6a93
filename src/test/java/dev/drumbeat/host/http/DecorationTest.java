package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DecorationTest {

  private static final String ASKING =
      "<html><head><meta name=\"decorator\" content=\"atl.general\"/></head><body>Grüße</body></html>";

  private static Site site;
  private static Page page;

  @BeforeAll
  static void start() {
    site = new Site();
    site.server.decorateWith(
        (request, html) -> "<!-- frame for " + request.getRequestURI() + " -->" + html);
    site.server.add("/page", servlet(response -> page.write(response)));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void a_page_that_asks_gets_the_frame() {
    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentType("text/html;charset=UTF-8");
              response.getWriter().print(ASKING);
              response.flushBuffer();
            });

    assertThat(answer.body()).isEqualTo("<!-- frame for /jira/page -->" + ASKING);
  }

  @Test
  void a_page_written_as_bytes_gets_the_frame_too() {
    byte[] bytes = ASKING.getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentLength(bytes.length);
              response.setHeader("Content-Type", "text/html; charset=utf-8");
              response.getOutputStream().write(bytes);
            });

    assertThat(answer.body()).startsWith("<!-- frame").endsWith(ASKING);
  }

  @Test
  void a_question_for_the_headers_alone_gets_those_of_the_framed_page() {
    html(ASKING);
    Browser browser = site.browser();
    String framed = browser.get("/page").headers().firstValue("Content-Length").orElseThrow();

    HttpResponse<String> answer =
        browser.send(browser.request("/page").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.headers().firstValue("Content-Length")).contains(framed);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void html_that_does_not_ask_stays_as_it_is() {
    String page = "<html><body><meta name=\"decorator\" content=\"atl.general\"/></body></html>";

    assertThat(html(page).body()).isEqualTo(page);
  }

  @Test
  void what_is_not_html_stays_as_it_is() {
    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentType("application/json");
              response.getWriter().print(ASKING);
            });

    assertThat(answer.body()).isEqualTo(ASKING);
  }

  @Test
  void an_error_takes_the_place_of_what_was_written() {
    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentType("text/html");
              response.getWriter().print(ASKING);
              response.sendError(404, "There is no <campaign> 7.");
            });

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("There is no &lt;campaign&gt; 7.")
        .doesNotContain("frame", "Grüße");
  }

  @Test
  void a_redirect_takes_the_place_of_what_was_written() {
    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentType("text/html");
              response.getWriter().print(ASKING);
              response.sendRedirect("/jira/whoami");
            });

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void the_security_headers_survive_a_reset() {
    HttpResponse<String> answer =
        answer(
            response -> {
              response.setContentType("text/html");
              response.getWriter().print("gone");
              response.reset();
              response.setContentType("text/html");
              response.getWriter().print(ASKING);
            });

    assertThat(answer.body()).startsWith("<!-- frame").doesNotContain("gone");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void what_is_not_html_is_not_held_back() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    site.server.add(
        "/events",
        servlet(
            response -> {
              response.setContentType("text/event-stream");
              response.getOutputStream().print("first");
              response.flushBuffer();
              await(read);
            }));
    var request = HttpRequest.newBuilder(URI.create(site.browser().origin() + "/jira/events"));

    try (InputStream body =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()).body()) {
      assertThat(body.readNBytes(5)).asString().isEqualTo("first");
    } finally {
      read.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> html(String page) {
    return answer(
        response -> {
          response.setContentType("text/html");
          response.getWriter().print(page);
        });
  }

  private static HttpResponse<String> answer(Page written) {
    page = written;
    return site.browser().get("/page");
  }

  private static HttpServlet servlet(Page page) {
    return new HttpServlet() {
      @Override
      protected void doGet(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        page.write(response);
      }
    };
  }

  private interface Page {
    void write(HttpServletResponse response) throws IOException;
  }
}
