package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Locale SWISS = Locale.forLanguageTag("de-CH");

  private final PluginFixture app =
      new PluginFixture("<resource type='i18n' name='i18n' location='i18n/app'/>")
          .withFile("i18n/app.properties", "lead=Lead\nleads={0} leads\nquote=It''s {0}\nonly=Only")
          .withFile("i18n/app_de.properties", "lead=Kontakt\nstreet=Stra\\u00dfe")
          .withFile("i18n/app_de_CH.properties", "street=Strasse");
  private final Texts texts = new Texts(new UserFixture(SWISS));

  @BeforeEach
  void enable() {
    texts.enable(app);
  }

  @Test
  void the_language_of_the_user_is_spoken() {
    assertThat(texts.getText("lead")).isEqualTo("Kontakt");
  }

  @Test
  void the_country_goes_before_the_language_and_the_language_before_all_others() {
    assertThat(texts.getText("street")).isEqualTo("Strasse");
    assertThat(texts.getText(Locale.GERMAN, "street")).isEqualTo("Straße");
    assertThat(texts.getText("only")).isEqualTo("Only");
    assertThat(texts.getText(Locale.FRENCH, "lead")).isEqualTo("Lead");
  }

  @Test
  void a_text_is_formatted_only_where_there_are_arguments() {
    assertThat(texts.getText("leads", 1200)).isEqualTo("1’200 leads");
    assertThat(texts.getText("leads")).isEqualTo("{0} leads");
    assertThat(texts.getText("quote", "on")).isEqualTo("It's on");
    assertThat(texts.getText("quote")).isEqualTo("It''s {0}");
  }

  @Test
  void a_key_without_text_stands_for_itself() {
    assertThat(texts.getText("nobody.wrote.this")).isEqualTo("nobody.wrote.this");
  }

  @Test
  void the_host_speaks_without_any_app() {
    assertThat(texts.getText(Locale.GERMAN, "host.logIn")).isEqualTo("Anmelden");
  }

  @Test
  void a_disabled_app_takes_its_texts_with_it() {
    texts.disable(app);
    assertThat(texts.getText("lead")).isEqualTo("lead");
  }

  @Test
  void the_closest_language_is_one_that_has_texts() {
    assertThat(texts.closest(SWISS)).isEqualTo(SWISS);
    assertThat(texts.closest(Locale.GERMANY)).isEqualTo(Locale.GERMAN);
    assertThat(texts.closest(Locale.JAPAN)).isEqualTo(Locale.ROOT);
  }

  @Test
  void a_bundle_without_its_main_file_is_refused_by_name() {
    var app = new PluginFixture("<resource type='i18n' name='i18n' location='i18n.gone'/>");
    assertThatThrownBy(() -> texts.enable(app))
        .hasMessage("i18n resource i18n.gone: there is no i18n/gone.properties");
  }
}
