package dev.drumbeat.host.http;

import static dev.drumbeat.host.plugin.BundleFixture.anApp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.Plugins;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servlets and resources of a real bundle, wired by its own Spring context. */
class BundleOnTheWebTest {

  private static final String PAGE = "/plugins/servlet/greeting/you";
  private static final String RESOURCE = "/rest/greeting/1/greetings";

  private static final String GREETING =
      "package app; public class Greeting { public String text() { return \"%s\"; } }";

  private static final String SERVLET =
      """
      package app;
      import jakarta.servlet.http.*;
      @com.atlassian.annotations.security.UnrestrictedAccess
      public class Page extends HttpServlet {
        private final Greeting greeting;
        public Page(Greeting greeting) { this.greeting = greeting; }
        @Override protected void doGet(HttpServletRequest q, HttpServletResponse r)
            throws java.io.IOException {
          r.getWriter().print(greeting.text() + q.getPathInfo());
        }
      }
      """;

  private static final String REST =
      """
      package app.web;
      import app.Greeting;
      import jakarta.ws.rs.*;
      @Path("/greetings")
      public class GreetingResource {
        public record Answer(String text, String app) {}
        private final Greeting greeting;
        @jakarta.ws.rs.core.Context private jakarta.ws.rs.core.UriInfo uri;
        @jakarta.inject.Inject
        public GreetingResource(Greeting greeting) { this.greeting = greeting; }
        @GET @Produces("application/json")
        @com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess
        public Answer get() {
          if (uri.getQueryParameters().containsKey("fail")) throw new Missing();
          return new Answer(greeting.text(), Thread.currentThread().getContextClassLoader()
              == getClass().getClassLoader() ? "own" : "foreign");
        }
        public static class Missing extends RuntimeException {}
      }
      """;

  private static final String MAPPER =
      """
      package app.web;
      import jakarta.ws.rs.core.Response;
      @jakarta.ws.rs.ext.Provider
      public class MissingMapper
          implements jakarta.ws.rs.ext.ExceptionMapper<GreetingResource.Missing> {
        private final app.Greeting greeting;
        public MissingMapper(app.Greeting greeting) { this.greeting = greeting; }
        @Override public Response toResponse(GreetingResource.Missing missing) {
          return Response.status(404).entity("no " + greeting.text()).build();
        }
      }
      """;

  @TempDir Path folder;
  private Site site;
  private Plugins plugins;
  private WeakReference<ClassLoader> loader;

  @BeforeEach
  void start(@TempDir Path home) {
    site = new Site();
    var servlets = new ServletModules(site.server, site.current, new LogInAddress());
    var rest = new RestModules(site.server, site.current, site.permissions);
    plugins = new Plugins(home, site.database, List.of(), List.of(new Watching(), servlets, rest));
  }

  @AfterEach
  void stop() {
    plugins.close();
    site.close();
  }

  private Path app(String version, String greeting) throws Exception {
    return anApp(folder)
        .version(version)
        .imports(
            "com.atlassian.annotations.security",
            "com.atlassian.plugins.rest.api.security.annotation",
            "jakarta.inject",
            "jakarta.servlet",
            "jakarta.servlet.http",
            "jakarta.ws.rs",
            "jakarta.ws.rs.core",
            "jakarta.ws.rs.ext")
        .source("app.Greeting", GREETING.formatted(greeting))
        .source("app.Page", SERVLET)
        .source("app.web.GreetingResource", REST)
        .source("app.web.MissingMapper", MAPPER)
        .beans("<bean class='app.Greeting'/>")
        .modules(
            "<servlet key='page' class='app.Page'><url-pattern>/greeting/*</url-pattern></servlet>"
                + "<rest key='rest' path='/greeting' version='1'/>")
        .build();
  }

  @Test
  void its_parts_get_what_they_need_from_its_context() throws Exception {
    plugins.install(app("1", "Hello"));
    Browser browser = site.browser();

    assertThat(browser.get(PAGE).body()).isEqualTo("Hello/you");
    assertThat(browser.get(RESOURCE).body()).isEqualTo("{\"text\":\"Hello\",\"app\":\"own\"}");
    assertThat(browser.get(RESOURCE + "?fail").body()).isEqualTo("no Hello");
  }

  @Test
  void an_upgrade_answers_with_the_new_code_and_frees_the_old() throws Exception {
    plugins.install(app("1", "Hello"));
    WeakReference<ClassLoader> old = loader;
    Browser browser = site.browser();
    browser.get(PAGE);
    browser.get(RESOURCE);
    browser.get(RESOURCE + "?fail");

    plugins.install(app("2", "Good day"));

    assertThat(browser.get(PAGE).body()).isEqualTo("Good day/you");
    assertThat(browser.get(RESOURCE).body()).contains("Good day");
    ServletModulesTest.assertCollected(old);
  }

  @Test
  void a_disabled_app_answers_nothing() throws Exception {
    plugins.install(app("1", "Hello"));

    plugins.disable("org.example.app");

    assertThat(site.browser().get(PAGE).statusCode()).isEqualTo(404);
    assertThat(site.browser().get(RESOURCE).statusCode()).isEqualTo(404);
  }

  /** Remembers the loader of the app without holding it. */
  private final class Watching implements ModuleConsumer {
    @Override
    public void enable(HostPlugin plugin) {
      loader = new WeakReference<>(plugin.classLoader());
    }

    @Override
    public void disable(HostPlugin plugin) {}
  }
}
