package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.annotations.security.UnrestrictedAccess;
import dev.drumbeat.host.plugin.PluginFailure;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServletModulesTest {

  private static final String BELOW = "/plugins/servlet";

  private static Site site;
  private static ServletModules modules;

  @BeforeAll
  static void start() {
    site = new Site();
    modules = new ServletModules(site.server, site.current, new LogInAddress());
  }

  @AfterEach
  void disable() {
    modules.disable(AppInMemory.of(""));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static void enable(String... servlets) {
    modules.enable(AppInMemory.of(String.join("", servlets)));
  }

  private static String servlet(Class<?> type, String pattern) {
    return "<servlet key='%s' class='%s'><url-pattern>%s</url-pattern>%s</servlet>"
        .formatted(
            type.getSimpleName(),
            type.getName(),
            pattern,
            "<init-param><param-name>greeting</param-name><param-value>Hi</param-value></init-param>");
  }

  @Test
  void a_servlet_without_annotation_is_closed() {
    enable(servlet(Plain.class, "/drumbeat/*"));

    assertThat(site.samsBrowser().get(BELOW + "/drumbeat/inbox").statusCode()).isEqualTo(200);
    assertThat(Browser.location(site.browser().get(BELOW + "/drumbeat/inbox?reply=7")))
        .isEqualTo(
            "/jira/login.jsp?permissionViolation=true"
                + "&os_destination=%2Fplugins%2Fservlet%2Fdrumbeat%2Finbox%3Freply%3D7");
  }

  @Test
  void what_is_no_link_is_refused_instead_of_redirected() {
    enable(servlet(Plain.class, "/drumbeat/*"));
    Browser browser = site.browser();

    assertThat(browser.post(BELOW + "/drumbeat", Map.of()).statusCode()).isEqualTo(401);
    assertThat(
            browser
                .send(browser.request(BELOW + "/drumbeat").header("Accept", "application/json"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void everybody_may_call_what_is_unrestricted() {
    enable(servlet(Open.class, "/drumbeat/o/*"), servlet(Both.class, "/drumbeat/both"));

    assertThat(site.browser().get(BELOW + "/drumbeat/o/token").statusCode()).isEqualTo(200);
    assertThat(site.browser().get(BELOW + "/drumbeat/both").statusCode()).isEqualTo(302);
  }

  @Test
  void a_servlet_sees_its_own_paths() {
    enable(servlet(Open.class, "/drumbeat/*"));

    assertThat(site.browser().get(BELOW + "/drumbeat/u/a%20b?x=1").body())
        .isEqualTo("/jira /plugins/servlet/drumbeat /u/a b Hi");
    assertThat(site.browser().get(BELOW + "/drumbeat").body())
        .isEqualTo("/jira /plugins/servlet/drumbeat null Hi");
  }

  @Test
  void the_longest_prefix_wins() {
    enable(servlet(Plain.class, "/drumbeat/*"), servlet(Open.class, "/drumbeat/o/*"));

    assertThat(site.browser().get(BELOW + "/drumbeat/o/1").body())
        .isEqualTo("/jira /plugins/servlet/drumbeat/o /1 Hi");
    assertThat(site.browser().get(BELOW + "/drumbeat/other").statusCode()).isEqualTo(302);
    assertThat(site.browser().get(BELOW + "/drumbeats").statusCode()).isEqualTo(404);
  }

  @Test
  void the_class_loader_of_the_app_is_the_threads() {
    var loader = new OwnLoader(ShowsLoader.class);
    modules.enable(AppInMemory.of("dev.example", servlet(ShowsLoader.class, "/loader"), loader));

    assertThat(site.browser().get(BELOW + "/loader").body()).isEqualTo("OwnLoader OwnLoader");
  }

  @Test
  void an_exception_gives_a_clean_page_and_a_line_in_the_log() {
    enable(servlet(Throwing.class, "/drumbeat/*"));
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(MountedServlet.class);
    log.addAppender(lines);
    lines.start();

    HttpResponse<String> answer = site.samsBrowser().get(BELOW + "/drumbeat/inbox");
    log.detachAppender(lines);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Server Error").doesNotContain("half", "secret", "at dev.");
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Module Throwing of app dev.example failed on GET /jira/plugins/servlet/drumbeat/inbox");
  }

  @Test
  void a_disabled_app_is_gone_and_leaves_nothing() {
    WeakReference<ClassLoader> loader = enableCallAndDisable();

    assertThat(site.browser().get(BELOW + "/loader").statusCode()).isEqualTo(404);
    assertThat(System.getProperty("test.destroyed")).isEqualTo("OwnLoader");
    assertCollected(loader);
  }

  private WeakReference<ClassLoader> enableCallAndDisable() {
    ClassLoader loader = new OwnLoader(ShowsLoader.class);
    var app = AppInMemory.of("dev.example", servlet(ShowsLoader.class, "/loader"), loader);
    modules.enable(app);
    site.browser().get(BELOW + "/loader");
    modules.disable(app);
    return new WeakReference<>(loader);
  }

  static void assertCollected(WeakReference<?> reference) {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }

  @Test
  void two_servlets_cannot_share_a_place() {
    enable(servlet(Plain.class, "/drumbeat/*"));

    assertThatThrownBy(() -> enable(servlet(Open.class, "/drumbeat/*")))
        .hasMessage("Module dev.example:Open: /drumbeat/* is taken by dev.example:Plain");
  }

  @Test
  void a_pattern_that_is_no_path_is_refused() {
    assertThatThrownBy(() -> enable(servlet(Open.class, "*.jsp")))
        .hasMessage("Module dev.example:Open: *.jsp is not a path, write /path or /path/*");
    assertThatThrownBy(() -> enable("<servlet key='a' class='" + Open.class.getName() + "'/>"))
        .hasMessage("Module dev.example:a: url-pattern is missing");
  }

  @Test
  void a_servlet_that_does_not_start_is_named() {
    assertThatThrownBy(() -> enable(servlet(Unwilling.class, "/drumbeat/*")))
        .hasMessage(
            "Module dev.example:Unwilling did not start: java.lang.IllegalStateException: no oil");
    assertThat(site.samsBrowser().get(BELOW + "/drumbeat").statusCode()).isEqualTo(404);
  }

  @Test
  void a_servlet_that_starts_or_ends_with_an_error_takes_nothing_with_it() {
    assertThatThrownBy(() -> enable(servlet(Asserting.class, "/drumbeat/*")))
        .isInstanceOf(PluginFailure.class)
        .hasMessageContaining("dev.example:Asserting did not start");
    enable(servlet(Clinging.class, "/clinging"), servlet(Open.class, "/open"));

    modules.disable(AppInMemory.of(""));

    assertThat(site.browser().get(BELOW + "/open").statusCode()).isEqualTo(404);
  }

  static final class Asserting extends HttpServlet {
    @Override
    public void init() {
      throw new AssertionError("no oil");
    }
  }

  static final class Clinging extends HttpServlet {
    @Override
    public void destroy() {
      throw new AssertionError("no end");
    }
  }

  static final class Unwilling extends HttpServlet {
    @Override
    public void init() {
      throw new IllegalStateException("no oil");
    }
  }

  static class Plain extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String paths =
          "%s %s %s %s"
              .formatted(
                  request.getContextPath(),
                  request.getServletPath(),
                  request.getPathInfo(),
                  getInitParameter("greeting"));
      response.getWriter().print(paths);
    }
  }

  @UnrestrictedAccess
  static final class Open extends Plain {}

  @UnrestrictedAccess
  @LicensedOnly
  static final class Both extends Plain {}

  static final class Throwing extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html");
      response.getWriter().print("half a page");
      throw new IllegalStateException("secret");
    }
  }

  @UnrestrictedAccess
  static final class ShowsLoader extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String own = getClass().getClassLoader().getClass().getSimpleName();
      response.getWriter().print(own + " " + ofThread());
    }

    @Override
    public void destroy() {
      System.setProperty("test.destroyed", ofThread());
    }

    private static String ofThread() {
      return Thread.currentThread().getContextClassLoader().getClass().getSimpleName();
    }
  }
}
