package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
    site.server.add("/echo", new Echo());
    site.server.add("/broken", new Broken());
    site.server.add("/rest/broken", new Broken());
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/whoami", "/login.jsp", "/nowhere", "/broken", "/rest/nowhere", "/../"})
  void every_answer_carries_the_security_headers_and_no_version(String path) {
    var headers = site.browser().get(path).headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .doesNotContain("script-src 'self' ");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void an_error_page_tells_nothing_of_the_inside() {
    HttpResponse<String> answer = site.browser().get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(answer.body())
        .contains("<h1>Server Error</h1>")
        .doesNotContain("secret", "Exception", "at dev.", "Jetty");
  }

  @Test
  void an_error_below_rest_is_json_whatever_the_client_accepts() {
    HttpResponse<String> answer = site.browser().get("/rest/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.body()).isEqualTo("{\"errorMessages\":[\"Server Error\"],\"errors\":{}}");
  }

  @Test
  void text_is_utf_8_both_ways() {
    HttpResponse<String> answer = site.browser().post("/echo", Map.of("text", "Grüße, 世界"));

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(answer.body()).isEqualTo("Grüße, 世界");
  }

  @Test
  void a_taken_port_is_named() {
    var second =
        new HttpServer(site.server.port(), new LogInFilter(site.users, site.tokens, site.current));

    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("127.0.0.1:" + site.server.port());
  }

  private static final class Echo extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.getWriter().print(request.getParameter("text"));
    }
  }

  private static final class Broken extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      throw new IllegalStateException("secret");
    }
  }
}
