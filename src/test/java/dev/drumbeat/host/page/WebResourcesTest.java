package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebResourcesTest {

  private final PluginFixture app =
      new PluginFixture(
              """
              <resource type="i18n" name="i18n" location="i18n/app"/>
              <web-resource key="page">
                <transformation extension="js"><transformer key="jsI18n"/></transformation>
                <dependency>app:base</dependency>
                <dependency>com.atlassian.auiplugin:aui-flag</dependency>
                <resource type="download" name="page.js" location="js/page.js"/>
                <resource type="download" name="css/page.css" location="css/page.css"/>
                <resource type="download" name="images/" location="pictures/"/>
              </web-resource>
              <web-resource key="base">
                <context>jira.view.issue</context>
                <resource type="download" name="base.js" location="js/base.js"/>
              </web-resource>
              """)
          .withFile("i18n/app.properties", "sent=Sent \"now\"\ncount={0} sent")
          .withFile("i18n/app_de.properties", "sent=Gesendet")
          .withFile("js/page.js", "flag(AJS.I18n.getText('sent'), AJS.I18n.getText(\"count\", n))")
          .withFile("js/base.js", "var base = 1")
          .withFile("css/page.css", "a { background: url(../images/x.png) }")
          .withFile("pictures/x.png", "png");
  private final Texts texts = new Texts(new UserFixture(Locale.GERMANY));
  private final WebResources resources = new WebResources(texts);

  @BeforeEach
  void enable() {
    texts.enable(app);
    resources.enable(app);
    resources.begin();
  }

  private void require(String key) {
    resources.assembler().resources().requireWebResource(key);
  }

  private String batch(String keys, String extension, Locale locale) {
    return new String(
        resources.batch(List.of(keys.split(",")), extension, locale), StandardCharsets.UTF_8);
  }

  @Test
  void a_page_loads_one_script_and_one_style_sheet() {
    require("app:page");
    var page = resources.page("/jira");
    assertThat(page.script().orElseThrow())
        .matches("/jira/s/[0-9a-f]{20}/_/download/batch.js\\?keys=app%3Abase%2Capp%3Apage.*");
    assertThat(page.style().orElseThrow()).endsWith("batch.css?keys=app%3Apage&locale=de");
  }

  @Test
  void what_a_module_depends_on_stands_before_it_once() {
    require("app:page");
    require("app:base");
    assertThat(resources.page("").script().orElseThrow()).contains("keys=app%3Abase%2Capp%3Apage&");
  }

  @Test
  void a_context_brings_the_modules_that_name_it() {
    resources.requireContext("jira.view.issue");
    assertThat(resources.page("").script().orElseThrow()).contains("keys=app%3Abase&");
  }

  @Test
  void a_page_that_wants_nothing_loads_nothing() {
    assertThat(resources.page("").script()).isEmpty();
    assertThat(resources.page("").style()).isEmpty();
  }

  @Test
  void unknown_keys_are_named_and_those_of_AUI_are_not() {
    require("app:page");
    require("app:typo");
    assertThat(resources.page("").unknown()).containsExactly("app:typo");
  }

  @Test
  void the_next_request_starts_with_nothing() {
    require("app:page");
    resources.end();
    resources.begin();
    assertThat(resources.page("").script()).isEmpty();
  }

  @Test
  void a_script_speaks_the_language_of_its_address() {
    assertThat(batch("app:page", "js", Locale.GERMANY))
        .contains("flag(\"Gesendet\", AJS.format(\"{0} sent\", n))");
    assertThat(batch("app:page", "js", Locale.ENGLISH)).contains("flag(\"Sent \\\"now\\\"\",");
  }

  @Test
  void a_script_without_its_last_semicolon_harms_no_other() {
    assertThat(batch("app:base,app:page", "js", Locale.ENGLISH))
        .containsSubsequence("try {\nvar base = 1\n}", "console.error(e); }\n;\n", "try {\nflag(");
  }

  @Test
  void images_of_a_style_sheet_are_found_from_the_batch() {
    assertThat(batch("app:page", "css", Locale.ENGLISH))
        .contains("url(\"resources/app:page/images/x.png\")");
  }

  @Test
  void the_address_changes_with_the_content() {
    require("app:base");
    String before = resources.page("").script().orElseThrow();
    resources.disable(app);
    resources.enable(app.withFile("js/base.js", "var base = 2"));
    assertThat(resources.page("").script().orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void a_file_in_a_declared_folder_is_served_and_no_other() {
    assertThat(resources.single("app:page", "images/x.png")).isPresent();
    assertThat(resources.single("app:page", "images/../js/base.js")).isEmpty();
    assertThat(resources.single("app:page", "base.js")).isEmpty();
    assertThat(resources.single("app:gone", "x.png")).isEmpty();
  }

  @Test
  void modules_of_a_disabled_app_are_unknown() {
    resources.disable(app);
    require("app:page");
    assertThat(resources.page("").unknown()).containsExactly("app:page");
  }

  @Test
  void a_transformer_that_the_host_does_not_know_is_refused_by_name() {
    var less =
        new PluginFixture(
            """
            <web-resource key="page">
              <transformation extension="less"><transformer key="lessTransformer"/></transformation>
            </web-resource>
            """);
    assertThatThrownBy(() -> resources.enable(less))
        .hasMessage("app:page: the embedded host knows no transformer lessTransformer");
  }
}
