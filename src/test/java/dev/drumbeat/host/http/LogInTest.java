package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {

  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void nobody_is_logged_in_at_first() {
    assertThat(site.browser().whoAmI()).isEqualTo("nobody");
  }

  @Test
  void a_user_logs_in_and_out() {
    Browser browser = site.browser();

    HttpResponse<String> answer = browser.logIn("sam", Site.SAM_PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer)).isEqualTo("/jira/");
    assertThat(browser.whoAmI()).isEqualTo("sam");
    browser.post("/logout", Map.of());
    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }

  @Test
  void the_log_in_page_asks_for_the_decorator_and_has_no_inline_script() {
    String page = site.browser().get("/login.jsp").body();

    assertThat(page)
        .contains("<meta name=\"decorator\" content=\"atl.general\"/>", "class=\"aui\"")
        .doesNotContain("<script", "<style", "style=", "onclick");
  }

  @Test
  void a_wrong_password_keeps_the_name_escaped_and_the_way_back() {
    Browser browser = site.browser();

    HttpResponse<String> answer =
        browser.post(
            "/login.jsp",
            Map.of(
                "os_username", "\"><script>alert(1)</script>",
                "os_password", "wrong",
                "os_destination", "/plugins/servlet/drumbeat/inbox"));

    assertThat(answer.body())
        .contains("username and password are incorrect")
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
        .doesNotContain("<script", "wrong");
    assertThat(Browser.field(answer, "os_destination"))
        .isEqualTo("/plugins/servlet/drumbeat/inbox");
    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "/plugins/servlet/drumbeat/inbox, /jira/plugins/servlet/drumbeat/inbox",
    "/leads?q=a%20b#part, /jira/leads?q=a%20b#part",
    "/jira/leads, /jira/leads",
    "/leads?q=ü a|b%zz, /jira/leads?q=%C3%BC%20a%7Cb%25zz"
  })
  void log_in_leads_back_to_where_the_user_came_from(String wanted, String target) {
    assertThat(Browser.location(logInTo(wanted))).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "javascript:alert(1)",
        "evil.example",
        "/x\r\nSet-Cookie: a=b"
      })
  void log_in_never_leads_to_another_site(String wanted) {
    assertThat(Browser.location(logInTo(wanted))).isEqualTo("/jira/");
  }

  private static HttpResponse<String> logInTo(String destination) {
    return site.browser()
        .post(
            "/login.jsp",
            Map.of("os_username", "admin", "os_password", "admin", "os_destination", destination));
  }

  @Test
  void log_in_makes_a_new_session() {
    Browser browser = site.browser();
    browser.get("/logout");
    Optional<String> before = browser.cookie("JSESSIONID");

    browser.logIn("sam", Site.SAM_PASSWORD);

    assertThat(before).isPresent();
    assertThat(browser.cookie("JSESSIONID")).isPresent().isNotEqualTo(before);
  }

  @Test
  void the_session_cookie_is_for_this_site_and_not_for_scripts() {
    HttpResponse<String> answer = site.browser().logIn("sam", Site.SAM_PASSWORD);

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("JSESSIONID=")
        .containsIgnoringCase("; Path=/jira")
        .containsIgnoringCase("; HttpOnly")
        .containsIgnoringCase("; SameSite=Lax");
  }

  @Test
  void a_page_of_another_site_cannot_log_a_visitor_in() {
    Browser browser = site.browser();

    HttpResponse<String> answer =
        browser.send(
            browser
                .form("/login.jsp", Map.of("os_username", "admin", "os_password", "admin"))
                .header("Origin", "https://evil.example"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }

  @Test
  void a_link_alone_does_not_log_out() {
    Browser browser = site.samsBrowser();

    HttpResponse<String> question = browser.get("/logout");

    assertThat(browser.whoAmI()).isEqualTo("sam");
    browser.get("/logout?atl_token=" + Browser.field(question, "atl_token"));
    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }

  @Test
  void a_page_of_another_site_cannot_log_a_visitor_out() {
    Browser browser = site.samsBrowser();

    browser.send(browser.form("/logout", Map.of()).header("Origin", "null"));

    assertThat(browser.whoAmI()).isEqualTo("sam");
  }

  @Test
  void a_token_logs_in_without_a_session() {
    Browser browser = site.browser();
    String token = site.tokens.issue(site.sam);

    HttpResponse<String> answer =
        browser.send(browser.request("/whoami").header("Authorization", "Bearer " + token));

    assertThat(answer.body()).isEqualTo("sam");
    assertThat(browser.cookie("JSESSIONID")).isEmpty();
    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }

  @Test
  void a_wrong_token_is_refused_even_where_everybody_may_go() {
    Browser browser = site.browser();

    HttpResponse<String> answer =
        browser.send(browser.request("/whoami").header("Authorization", "Bearer wrong"));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic "})
  void basic_authentication_is_disabled(String scheme) {
    Browser browser = site.browser();
    String credentials = Base64.getEncoder().encodeToString("admin:admin".getBytes());

    HttpResponse<String> answer =
        browser.send(browser.request("/whoami").header("Authorization", scheme + credentials));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Basic Authentication has been disabled on this instance.");
  }

  @Test
  void the_thread_forgets_the_user_even_when_the_page_fails() {
    HttpServletRequest request = mock();
    when(request.getHeader("Authorization")).thenReturn("Bearer " + site.tokens.issue(site.sam));
    LogInFilter filter = new LogInFilter(site.users, site.tokens, site.current);
    List<HostUser> seen = new ArrayList<>();
    FilterChain failing =
        (q, r) -> {
          seen.add(site.current.get());
          throw new ServletException("failed");
        };

    assertThatThrownBy(() -> filter.doFilter(request, mock(HttpServletResponse.class), failing))
        .hasMessage("failed");

    assertThat(seen).containsExactly(site.sam);
    assertThat(site.current.get()).isNull();
  }

  @Test
  void a_deactivated_user_is_out_at_once() {
    var lee = site.users.add("lee", "lee's secret", "Lee", "lee@example.com");
    Browser browser = site.browser();
    browser.logIn("lee", "lee's secret");

    site.users.deactivate(lee);

    assertThat(browser.whoAmI()).isEqualTo("nobody");
  }
}
