package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.plugin.web.Condition;
import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.plugin.web.api.model.WebPanel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebFragmentsTest {

  private static final String HERE = WebFragmentsTest.class.getName() + "$";
  private static final Map<String, Object> ISSUE = Map.of("issue", new Issue("AB-1", "a & b/c"));

  private final UserFixture user = new UserFixture(Locale.ENGLISH);
  private final Texts texts = new Texts(user);
  private final WebFragments fragments = new WebFragments(texts, user, "/jira");

  /** Something that has a key, like an issue. */
  public record Issue(String key, String summary) {

    public String getKey() {
      return key;
    }

    public String getSummary() {
      return summary;
    }
  }

  private void enable(String modules) {
    fragments.enable(new PluginFixture(modules.replace("class='", "class='" + HERE)));
  }

  private List<String> labels(String section) {
    return fragments.items(section, ISSUE).stream().map(WebItem::label).toList();
  }

  @Test
  void lighter_items_come_first_and_those_without_a_weight_weigh_1000() {
    enable(
        """
        <web-item key="a" section="menu"><label>thousand</label></web-item>
        <web-item key="b" section="menu" weight="2000"><label>heavy</label></web-item>
        <web-item key="c" section="menu" weight="10"><label>light</label></web-item>
        <web-item key="d" section="elsewhere"><label>not here</label></web-item>
        """);
    assertThat(labels("menu")).containsExactly("light", "thousand", "heavy");
  }

  @Test
  void an_item_has_everything_its_module_says() {
    enable(
        """
        <web-item key="a" section="menu">
          <label>Enroll</label>
          <tooltip>Into a campaign</tooltip>
          <link linkId="enroll">/enroll?issue=${issue.key}</link>
          <styleClass>trigger</styleClass>
          <param name="iconClass" value="aui-iconfont-email"/>
        </web-item>
        """);
    assertThat(fragments.items("menu", ISSUE))
        .extracting(
            WebItem::key, WebItem::id, WebItem::tooltip, WebItem::styleClass, WebItem::params)
        .containsExactly(
            tuple(
                "app:a",
                "enroll",
                "Into a campaign",
                "trigger",
                Map.of("iconClass", "aui-iconfont-email")));
  }

  @ParameterizedTest
  @CsvSource({
    "/enroll?key=${issue.key},            /jira/enroll?key=AB-1",
    "/enroll?key=$issue.key&q=1,          /jira/enroll?key=AB-1&q=1",
    "/enroll?text=$issue.summary,         /jira/enroll?text=a%20%26%20b%2Fc",
    "/enroll?key=$project.key,            /jira/enroll?key=$project.key",
    "https://example.org/?q=$issue.key,   https://example.org/?q=AB-1",
    "/page#part,                          /jira/page#part",
  })
  void links_are_filled_from_the_context(String link, String url) {
    enable("<web-item key='a' section='menu'><link>" + escape(link) + "</link></web-item>");
    assertThat(fragments.items("menu", ISSUE)).extracting(WebItem::url).containsExactly(url);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;");
  }

  @ParameterizedTest
  @CsvSource({
    "<condition class='Yes'/>,                                                            true",
    "<condition class='No'/>,                                                             false",
    "<condition class='No' invert='true'/>,                                               true",
    "<condition class='Yes'/><condition class='No'/>,                                     false",
    "<conditions type='OR'><condition class='Yes'/><condition class='No'/></conditions>,  true",
    "<conditions type='AND'><condition class='Yes'/><condition class='No'/></conditions>, false",
    "<condition class='WhenKey'><param name='key'>AB-1</param></condition>,               true",
    "<condition class='WhenKey'><param name='key' value='AB-2'/></condition>,             false",
    "<condition class='Broken'/>,                                                         false",
    "<condition class='Asserting'/>,                                                      false",
  })
  void an_item_is_shown_when_its_conditions_hold(String conditions, boolean shown) {
    enable("<web-item key='a' section='menu'>" + conditions + "</web-item>");
    assertThat(fragments.items("menu", ISSUE)).hasSize(shown ? 1 : 0);
  }

  @Test
  void a_failing_panel_takes_only_itself_off_the_page() {
    enable(
        """
        <web-panel key="bad" location="right" weight="1" class='BrokenPanel'/>
        <web-panel key="good" location="right" class='KeyPanel'><label>Campaigns</label></web-panel>
        """);
    assertThat(fragments.panels("right", ISSUE))
        .extracting(Panel::id, Panel::label, panel -> panel.html().html())
        .containsExactly(tuple("good", "Campaigns", "<b>AB-1</b>"));
  }

  @Test
  void a_context_provider_adds_to_what_a_panel_sees() {
    enable(
        """
        <web-panel key="a" location="right" class='KeyPanel'>
          <context-provider class='OtherIssue'><param name="key" value="ZZ-9"/></context-provider>
        </web-panel>
        """);
    assertThat(fragments.panels("right", ISSUE).get(0).html().html()).isEqualTo("<b>ZZ-9</b>");
  }

  @Test
  void sections_speak_the_language_of_the_user() {
    var app =
        new PluginFixture(
                """
                <resource type="i18n" name="i18n" location="i18n/app"/>
                <web-section key="s" location="admin_plugins_menu"><label key="drum"/></web-section>
                """)
            .withFile("i18n/app.properties", "drum=Drumbeat");
    texts.enable(app);
    fragments.enable(app);
    assertThat(fragments.sections("admin_plugins_menu", Map.of()))
        .containsExactly(new WebSection("s", "Drumbeat"));
  }

  @Test
  void nothing_of_a_disabled_app_is_shown() {
    enable("<web-item key='a' section='menu'/>");
    fragments.disable(new PluginFixture(""));
    assertThat(labels("menu")).isEmpty();
  }

  static final class Yes extends Fixed {
    Yes() {
      super(true);
    }
  }

  static final class No extends Fixed {
    No() {
      super(false);
    }
  }

  private abstract static class Fixed implements Condition {

    private final boolean answer;

    Fixed(boolean answer) {
      this.answer = answer;
    }

    @Override
    public void init(Map<String, String> params) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
      return answer;
    }
  }

  static final class WhenKey implements Condition {

    private String key;

    @Override
    public void init(Map<String, String> params) {
      key = params.get("key");
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
      return ((Issue) context.get("issue")).key().equals(key);
    }
  }

  static final class Broken implements Condition {

    @Override
    public void init(Map<String, String> params) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
      throw new IllegalStateException("broken");
    }
  }

  static final class Asserting implements Condition {

    @Override
    public void init(Map<String, String> params) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
      throw new AssertionError("broken");
    }
  }

  static final class OtherIssue implements ContextProvider {

    private String key;

    @Override
    public void init(Map<String, String> params) {
      key = params.get("key");
    }

    @Override
    public Map<String, Object> getContextMap(Map<String, Object> context) {
      return Map.of("issue", new Issue(key, ""));
    }
  }

  static final class KeyPanel implements WebPanel {

    @Override
    public String getHtml(Map<String, Object> context) {
      return "<b>" + ((Issue) context.get("issue")).key() + "</b>";
    }

    @Override
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
      writer.write(getHtml(context));
    }
  }

  static final class BrokenPanel implements WebPanel {

    @Override
    public String getHtml(Map<String, Object> context) {
      throw new NoClassDefFoundError("gone");
    }

    @Override
    public void writeHtml(Writer writer, Map<String, Object> context) {
      throw new NoClassDefFoundError("gone");
    }
  }
}
