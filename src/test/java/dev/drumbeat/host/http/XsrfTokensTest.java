package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class XsrfTokensTest {

  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
    site.server.add("/form", new Form(site.xsrf));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String post(Browser browser, String token) {
    return browser.post("/form", Map.of("atl_token", token)).body();
  }

  @Test
  void the_form_of_a_session_carries_its_token() {
    Browser browser = site.samsBrowser();

    String token = browser.get("/form").body();

    assertThat(token).hasSizeGreaterThan(20).isEqualTo(browser.get("/form").body());
    assertThat(post(browser, token)).isEqualTo("done");
  }

  @Test
  void a_forged_token_is_refused() {
    Browser browser = site.samsBrowser();
    String token = browser.get("/form").body();

    String forged = (token.startsWith("x") ? "y" : "x") + token.substring(1);

    assertThat(post(browser, forged)).isEqualTo("refused");
    assertThat(browser.post("/form", Map.of()).body()).isEqualTo("refused");
  }

  @Test
  void the_token_of_another_session_is_refused() {
    String foreign = site.samsBrowser().get("/form").body();
    Browser browser = site.samsBrowser();
    browser.get("/form");

    assertThat(post(browser, foreign)).isEqualTo("refused");
  }

  @Test
  void a_planted_cookie_does_not_help() {
    Browser browser = site.samsBrowser();
    browser.get("/form");

    HttpResponse<String> answer =
        browser.send(
            browser
                .form("/form", Map.of("atl_token", "planted"))
                .header("Cookie", "atlassian.xsrf.token=planted"));

    assertThat(answer.body()).isEqualTo("refused");
  }

  @Test
  void a_new_log_in_makes_old_tokens_worthless() {
    Browser browser = site.browser();
    String before = browser.get("/form").body();

    browser.logIn("sam", Site.SAM_PASSWORD);

    assertThat(post(browser, before)).isEqualTo("refused");
    assertThat(browser.get("/form").body()).isNotEqualTo(before);
  }

  @Test
  void scripts_cannot_read_the_cookie() {
    Browser browser = site.samsBrowser();

    HttpResponse<String> answer = browser.get("/form");

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("atlassian.xsrf.token=")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  private static final class Form extends HttpServlet {

    private final transient XsrfTokens tokens;

    Form(XsrfTokens tokens) {
      this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(tokens.getXsrfToken(request, response, true));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      boolean valid = tokens.validateFormEncodedToken(request);
      response.getWriter().print(valid ? "done" : "refused");
    }
  }
}
