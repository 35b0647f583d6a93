package dev.drumbeat.host.page.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.page.PluginFixture;
import dev.drumbeat.host.page.screen.SiteFixture.Visitor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceServletTest {

  private static final Pattern FILE = Pattern.compile("url\\(((?:fonts|images)/[^)#?]+)");

  private static final SiteFixture site = new SiteFixture();
  private final Visitor visitor = site.visitor();

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeAll
  static void enableApp() {
    site.enable(
        new PluginFixture(
                """
                <web-resource key="r"><context>atl.general</context>
                  <resource type="download" name="r.js" location="r.js"/>
                  <resource type="download" name="images/" location="images/"/></web-resource>
                """)
            .withFile("r.js", "run()")
            .withFile("images/x.png", "png")
            .withFile("secret.txt", "secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "/s/aui/jquery.js,           text/javascript;charset=UTF-8",
    "/s/aui/aui-prototyping.js,  text/javascript;charset=UTF-8",
    "/s/aui/aui-prototyping.css, text/css;charset=UTF-8",
    "/s/host/host.css,           text/css;charset=UTF-8",
    "/s/host/before-aui.js,      text/javascript;charset=UTF-8",
    "/s/host/after-aui.js,       text/javascript;charset=UTF-8",
  })
  void the_look_of_the_host_is_served_to_everyone(String path, String type) {
    visitor.open(path);
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.header("Content-Type").replace("; ", ";")).isEqualToIgnoringCase(type);
  }

  @Test
  void every_font_and_image_that_AUI_names_is_there() {
    visitor.open("/s/aui/aui-prototyping.css");
    List<String> files =
        FILE.matcher(visitor.body()).results().map(found -> found.group(1)).distinct().toList();
    assertThat(files)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            file -> {
              visitor.open("/s/aui/" + file);
              assertThat(visitor.status()).isEqualTo(200);
            });
  }

  @Test
  void a_batch_is_kept_for_ever_under_the_hash_of_its_content() {
    String script = visitor.open("/secure/Dashboard.jspa").select("script[src*=batch]").attr("src");
    visitor.open(script.substring("/jira".length()));
    assertThat(visitor.body()).contains("run()");
    assertThat(visitor.header("Cache-Control")).contains("immutable");
  }

  @Test
  void a_batch_under_an_old_hash_is_what_is_right_now_and_is_not_kept() {
    visitor.open("/s/0123456789/_/download/batch.js?keys=app%3Ar&locale=en");
    assertThat(visitor.body()).contains("run()");
    assertThat(visitor.header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/resources/app:r/images/x.png",
        "/s/0123456789/_/download/resources/app:r/images/x.png",
      })
  void files_of_apps_are_served_one_by_one(String path) {
    visitor.open(path);
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.header("Content-Type")).isEqualTo("image/png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/resources/app:r/secret.txt",
        "/download/resources/app:r/images/..%2Fsecret.txt",
        "/download/resources/app:gone/images/x.png",
        "/s/aui/..%2Fdev/drumbeat/host/page/macros.vm",
        "/s/host/macros.vm",
        "/s/nothing",
      })
  void nothing_else_is(String path) {
    visitor.open(path);
    assertThat(visitor.status()).isIn(400, 404);
  }
}
