package dev.drumbeat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestModulesTest {

  private static final String MODULE = "<rest key='rest' path='/drumbeat' version='1'/>";
  private static final String BASE = "/rest/drumbeat/1";

  private static Site site;
  private static RestModules modules;

  @BeforeAll
  static void start() {
    site = new Site();
    modules = new RestModules(site.server, site.current, site.permissions);
    modules.enable(
        AppInMemory.of(MODULE, Things.class, Refusals.class, NotConcrete.class, Refused.class));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static Browser browserOf(String user) {
    return switch (user) {
      case "admin" -> site.adminsBrowser();
      case "sam" -> site.samsBrowser();
      default -> site.browser();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "open, nobody, 200",
    "unannotated, nobody, 401",
    "unannotated, sam, 200",
    "licensed, nobody, 401",
    "licensed, sam, 200",
    "admin, nobody, 401",
    "admin, sam, 403",
    "admin, admin, 200",
    "both, nobody, 401"
  })
  void access_is_as_annotated(String path, String user, int status) {
    assertThat(browserOf(user).get(BASE + "/things/" + path).statusCode()).isEqualTo(status);
  }

  @Test
  void a_token_is_as_good_as_a_session() {
    Browser browser = site.browser();
    String token = site.tokens.issue(site.admin);

    HttpResponse<String> answer =
        browser.send(
            browser.request(BASE + "/things/admin").header("Authorization", "Bearer " + token));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void refusals_have_the_body_of_the_contract() {
    assertThat(site.browser().get(BASE + "/things/licensed").body())
        .isEqualTo(
            "{\"errorMessages\":[\"Please log in or send an access token.\"],\"errors\":{}}");
    assertThat(site.samsBrowser().get(BASE + "/things/admin").body())
        .isEqualTo("{\"errorMessages\":[\"Only administrators may do this.\"],\"errors\":{}}");
  }

  @Test
  void the_newest_version_is_also_called_latest() {
    assertThat(site.browser().get("/rest/drumbeat/latest/things/open").body())
        .endsWith("/jira/rest/drumbeat/latest/");
    assertThat(site.browser().get("/rest/drumbeat/2/things/open").statusCode()).isEqualTo(404);
  }

  @Test
  void every_request_gets_a_resource_of_its_own() {
    Browser browser = site.samsBrowser();

    assertThat(browser.get(BASE + "/things/count").body()).isEqualTo("{\"calls\":1}");
    assertThat(browser.get(BASE + "/things/count").body()).isEqualTo("{\"calls\":1}");
  }

  @Test
  void the_apps_own_mapper_answers_its_exceptions() {
    HttpResponse<String> answer = site.samsBrowser().get(BASE + "/things/refused");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("mapped 1");
    assertThat(site.samsBrowser().get(BASE + "/things/refused").body()).isEqualTo("mapped 2");
  }

  @ParameterizedTest
  @CsvSource({
    "/things/broken, 500, Internal Server Error",
    "/things/missing, 404, There is no thing 7.",
    "/nowhere, 404, HTTP 404 Not Found",
    "'', 404, HTTP 404 Not Found"
  })
  void errors_are_json_and_tell_nothing_of_the_inside(String path, int status, String message) {
    HttpResponse<String> answer = site.samsBrowser().get(BASE + path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.body()).isEqualTo("{\"errorMessages\":[\"" + message + "\"],\"errors\":{}}");
  }

  @Test
  void a_method_that_is_not_there_is_named_with_those_that_are() {
    Browser browser = site.samsBrowser();

    HttpResponse<String> answer = browser.send(browser.request(BASE + "/things/open").DELETE());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }

  @Test
  void no_description_is_generated() {
    assertThat(site.adminsBrowser().get(BASE + "/application.wadl").statusCode()).isEqualTo(404);
  }

  private static HttpRequest.Builder post(Browser browser, String path, String type) {
    return browser
        .request(BASE + "/things/" + path)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString("a=b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain;charset=UTF-8"
      })
  void a_body_that_a_form_can_send_needs_the_header(String type) {
    Browser browser = site.samsBrowser();

    HttpResponse<String> without = browser.send(post(browser, "change", type));
    HttpResponse<String> with =
        browser.send(post(browser, "change", type).header("X-Atlassian-Token", "no-check"));

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body())
        .isEqualTo("{\"errorMessages\":[\"XSRF check failed\"],\"errors\":{}}");
    assertThat(with.body()).isEqualTo("got a=b");
  }

  @Test
  void json_passes_the_form_check() {
    Browser browser = site.samsBrowser();

    assertThat(browser.send(post(browser, "change", "application/json")).body())
        .isEqualTo("got a=b");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1:1",
    "Referer, https://evil.example/page",
    "Referer, ::"
  })
  void a_session_is_not_lent_to_another_origin(String header, String value) {
    Browser browser = site.samsBrowser();

    HttpResponse<String> answer =
        browser.send(
            post(browser, "change", "application/json")
                .header("X-Atlassian-Token", "no-check")
                .header(header, value));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void the_hosts_own_pages_may_call() {
    Browser browser = site.samsBrowser();

    HttpResponse<String> answer =
        browser.send(
            post(browser, "change", "application/json")
                .header("Origin", browser.origin())
                .header("Referer", browser.origin() + "/jira/issue"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_may_come_from_anywhere() {
    Browser browser = site.browser();

    HttpResponse<String> answer =
        browser.send(
            post(browser, "change", "application/json")
                .header("Authorization", "Bearer " + site.tokens.issue(site.sam))
                .header("Origin", "https://client.example"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void an_excluded_method_takes_forms_from_anywhere() {
    Browser browser = site.browser();

    HttpResponse<String> answer =
        browser.send(
            post(browser, "hook", "application/x-www-form-urlencoded")
                .header("Origin", "https://provider.example"));

    assertThat(answer.body()).isEqualTo("got a=b");
  }

  @Test
  void only_the_packages_of_the_module_are_served() {
    String elsewhere =
        "<rest key='other' path='/other' version='1'><package>dev.drumbeat.nowhere</package></rest>";
    modules.enable(
        AppInMemory.of("dev.other", elsewhere, Things.class.getClassLoader(), Things.class));

    assertThat(site.browser().get("/rest/other/1/things/open").statusCode()).isEqualTo(404);
  }

  @Test
  void a_disabled_app_is_gone_and_leaves_nothing() {
    WeakReference<ClassLoader> loader = enableCallAndDisable();

    assertThat(site.browser().get("/rest/short/1/things/open").statusCode()).isEqualTo(404);
    ServletModulesTest.assertCollected(loader);
  }

  private WeakReference<ClassLoader> enableCallAndDisable() {
    Class<?>[] own = {Things.class, Refusals.class, Refused.class, Count.class};
    ClassLoader loader = new OwnLoader(own);
    String module = MODULE.replace("/drumbeat", "/short");
    AppInMemory app = AppInMemory.of("dev.short", module, loader, own);
    modules.enable(app);
    Browser browser = site.samsBrowser();
    assertThat(browser.get("/rest/short/1/things/count").body()).isEqualTo("{\"calls\":1}");
    assertThat(browser.get("/rest/short/1/things/refused").statusCode()).isEqualTo(409);
    modules.disable(app);
    return new WeakReference<>(loader);
  }

  @Path("/things")
  public static final class Things {

    @Context private UriInfo uri;
    private int calls;

    @GET
    @Path("/open")
    @UnrestrictedAccess
    public String open() {
      return uri.getBaseUri().toString();
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
      return "";
    }

    @GET
    @Path("/licensed")
    @LicensedOnly
    public String licensed() {
      return "";
    }

    @GET
    @Path("/admin")
    @AdminOnly
    public String admin() {
      return "";
    }

    @GET
    @Path("/both")
    @UnrestrictedAccess
    @LicensedOnly
    public String both() {
      return "";
    }

    @GET
    @Path("/count")
    @Produces("application/json")
    public Count count() {
      calls++;
      return new Count(calls);
    }

    @GET
    @Path("/{refused: refused}")
    public String refused(@PathParam("refused") String word) {
      throw new Refused();
    }

    @GET
    @Path("/broken")
    public String broken() {
      throw new IllegalStateException("secret");
    }

    @GET
    @Path("/missing")
    public String missing() {
      throw new NotFoundException("There is no thing 7.");
    }

    @POST
    @Path("/change")
    public String change(InputStream body) throws IOException {
      return "got " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    @POST
    @Path("/hook")
    @UnrestrictedAccess
    @XsrfProtectionExcluded
    public String hook(InputStream body) throws IOException {
      return change(body);
    }
  }

  /** What Jackson writes. */
  public record Count(int calls) {}

  /** What the app throws. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Made once, so it counts. */
  @Provider
  public static final class Refusals implements ExceptionMapper<Refused> {

    private int calls;

    @Override
    public Response toResponse(Refused refused) {
      calls++;
      return Response.status(409).entity("mapped " + calls).build();
    }
  }

  /** Not a resource: nothing could make one. */
  @Path("/abstract")
  public abstract static class NotConcrete {}
}
