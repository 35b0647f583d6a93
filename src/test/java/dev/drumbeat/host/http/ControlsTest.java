package dev.drumbeat.host.http;

import static dev.drumbeat.host.plugin.BundleFixture.anApp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.control.ControlServlet;
import dev.drumbeat.host.control.Controls;
import dev.drumbeat.host.plugin.Plugins;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test controls as a client meets them. */
class ControlsTest {

  private static final String BELOW = "/rest/host/1/";

  private static Site site;
  private static Plugins plugins;

  private final Instant before = site.clock.instant();

  @BeforeAll
  static void start(@TempDir Path home) {
    site = new Site();
    var servlets = new ServletModules(site.server, site.current, new LogInAddress());
    plugins = new Plugins(home, site.database, List.of(), List.of(servlets));
    Controls controls =
        new Controls(site.clock, null, null, null, plugins, site.users, site.tokens);
    site.server.add(BELOW + "*", new ControlServlet(controls, site.current, site.permissions));
  }

  @AfterAll
  static void stop() {
    plugins.close();
    site.close();
  }

  @Test
  void a_session_of_an_administrator_is_not_enough() {
    Browser admin = site.adminsBrowser();

    HttpResponse<String> answer =
        admin.send(
            admin
                .request(BELOW + "clock")
                .header("Content-Type", "text/plain")
                .header("Origin", "http://localhost:9999")
                .POST(BodyPublishers.ofString("{\"advance\":\"PT1H\"}")));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("token from POST tokens");
    assertThat(site.clock.instant()).isEqualTo(before);
    assertThat(admin.get(BELOW + "plugins").statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_of_an_administrator_moves_the_clock() {
    assertThat(advance("PT1H").statusCode()).isEqualTo(200);
    assertThat(site.clock.instant()).isEqualTo(before.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P999999999D", "-P999999999D", "P3654D"})
  void the_clock_moves_ten_years_at_most(String advance) {
    HttpResponse<String> answer = advance(advance);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("ten years", advance);
    assertThat(site.clock.instant()).isEqualTo(before);
  }

  private HttpResponse<String> advance(String by) {
    return send("clock", BodyPublishers.ofString("{\"advance\":\"" + by + "\"}"));
  }

  private HttpResponse<String> send(String control, HttpRequest.BodyPublisher body) {
    Browser browser = site.browser();
    return browser.send(
        browser
            .request(BELOW + control)
            .header("Authorization", "Bearer " + site.tokens.issue(site.admin))
            .POST(body));
  }

  @Test
  void an_upload_that_is_no_jar_is_called_an_upload() {
    assertThat(send("plugins", BodyPublishers.ofString("no jar")).body())
        .contains("The upload is not a jar")
        .doesNotContain(".jar");
  }

  @Test
  void an_app_with_a_servlet_that_throws_an_error_is_listed_with_it(@TempDir Path folder)
      throws Exception {
    String servlet =
        "package app; @com.atlassian.annotations.security.UnrestrictedAccess public class %s extends jakarta.servlet.http.HttpServlet { public void init() { %s } }";
    Path jar =
        anApp(folder)
            .imports(
                "com.atlassian.annotations.security", "jakarta.servlet", "jakarta.servlet.http")
            .source("app.Good", servlet.formatted("Good", ""))
            .source("app.Bad", servlet.formatted("Bad", "throw new AssertionError(\"no oil\");"))
            .modules(
                "<servlet key='good' class='app.Good'><url-pattern>/good</url-pattern></servlet>"
                    + "<servlet key='bad' class='app.Bad'><url-pattern>/bad</url-pattern></servlet>")
            .build();

    HttpResponse<String> answer = send("plugins", BodyPublishers.ofFile(jar));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("org.example.app:bad did not start", "no oil");
    assertThat(plugins.find("org.example.app").orElseThrow().reason()).contains("no oil");
    assertThat(site.browser().get("/plugins/servlet/good").statusCode()).isEqualTo(404);
  }
}
