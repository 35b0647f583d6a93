package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebSudoTest {

  private static final String PAGE = "/plugins/servlet/settings?tab=rights";

  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
    site.server.add("/plugins/servlet/*", new Settings(site.webSudo));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> confirm(
      Browser browser, String password, String destination) {
    String token = Browser.field(browser.get(WebSudo.PATH), "atl_token");
    return browser.post(
        WebSudo.PATH,
        Map.of("webSudoPassword", password, "webSudoDestination", destination, "atl_token", token));
  }

  @Test
  void an_administrator_confirms_the_password_and_comes_back() {
    Browser browser = site.adminsBrowser();
    HttpResponse<String> page = browser.get(PAGE);
    HttpResponse<String> question = browser.get(Browser.location(page).substring("/jira".length()));

    HttpResponse<String> answer =
        confirm(browser, "admin", Browser.field(question, "webSudoDestination"));

    assertThat(question.body()).contains("confirm that you are Ada Admin");
    assertThat(Browser.location(answer)).isEqualTo("/jira" + PAGE);
    assertThat(browser.get(PAGE).body()).isEqualTo("settings");
  }

  @Test
  void the_confirmation_holds_ten_minutes_after_the_last_use() {
    Browser browser = site.adminsBrowser();
    confirm(browser, "admin", PAGE);

    site.clock.advance(Duration.ofMinutes(9));
    assertThat(browser.get(PAGE).body()).isEqualTo("settings");
    site.clock.advance(Duration.ofMinutes(9));
    assertThat(browser.get(PAGE).body()).isEqualTo("settings");
    site.clock.advance(Duration.ofMinutes(10));
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
  }

  @Test
  void a_clock_that_was_set_back_does_not_prolong_it() {
    Browser browser = site.adminsBrowser();
    confirm(browser, "admin", PAGE);

    site.clock.advance(Duration.ofDays(-1));

    assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
  }

  @Test
  void it_ends_with_the_session() {
    Browser browser = site.adminsBrowser();
    confirm(browser, "admin", PAGE);

    browser.logIn("admin", "admin");

    assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
  }

  @Test
  void a_wrong_password_is_not_a_confirmation() {
    Browser browser = site.adminsBrowser();

    HttpResponse<String> answer = confirm(browser, Site.SAM_PASSWORD, PAGE);

    assertThat(answer.body()).contains("password is incorrect");
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
  }

  @Test
  void a_forged_form_is_not_a_confirmation() {
    Browser browser = site.adminsBrowser();

    HttpResponse<String> answer =
        browser.post(WebSudo.PATH, Map.of("webSudoPassword", "admin", "atl_token", "forged"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
  }

  @Test
  void it_never_leads_to_another_site() {
    HttpResponse<String> answer = confirm(site.adminsBrowser(), "admin", "//evil.example/");

    assertThat(Browser.location(answer)).isEqualTo("/jira/");
  }

  @Test
  void only_administrators_are_asked() {
    assertThat(site.samsBrowser().get(WebSudo.PATH).statusCode()).isEqualTo(403);
    assertThat(Browser.location(site.browser().get(WebSudo.PATH)))
        .startsWith("/jira/login.jsp?")
        .endsWith("os_destination=%2Fsecure%2Fadmin%2FWebSudoAuthenticate");
  }

  @Test
  void nobody_is_asked_where_it_is_switched_off() {
    site.server.add("/unguarded", new Settings(new WebSudo(site.clock, false)));

    assertThat(site.adminsBrowser().get("/unguarded").body()).isEqualTo("settings");
  }

  private static final class Settings extends HttpServlet {

    private final transient WebSudoManager webSudo;

    Settings(WebSudoManager webSudo) {
      this.webSudo = webSudo;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        webSudo.willExecuteWebSudoRequest(request);
        response.getWriter().print("settings");
      } catch (WebSudoSessionException e) {
        webSudo.enforceWebSudoProtection(request, response);
      }
    }
  }
}
