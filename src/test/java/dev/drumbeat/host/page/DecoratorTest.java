package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.GlobalPermissionManager;
import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecoratorTest {

  private static final HostUser ANN =
      new HostUser("u1", "ann", "Ann <b>", "ann@example.org", true, Locale.ENGLISH, ZoneOffset.UTC);

  private final UserFixture user = new UserFixture(Locale.GERMANY);
  private final Texts texts = new Texts(user);
  private final WebFragments fragments = new WebFragments(texts, user, "/jira");
  private final WebResources resources = new WebResources(texts);
  private final GlobalPermissionManager permissions = (key, asked) -> asked != null;
  private final Decorator decorator =
      new Decorator(
          new Templates(texts),
          texts,
          resources,
          new Navigation(fragments, texts, user, permissions, "/jira"),
          back -> URI.create("/jira/login.jsp?os_destination=" + back.getPath()),
          (request, response, create) -> "t0ken");

  @BeforeEach
  void begin() {
    resources.begin();
  }

  private Document decorate(String head, String body) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContextPath()).thenReturn("/jira");
    when(request.getRequestURI()).thenReturn("/jira/here");
    when(request.getRequestURL()).thenReturn(new StringBuffer("http://x:1/jira/here"));
    return Jsoup.parse(
        decorator.decorate(request, "<head>" + head + "</head><body>" + body + "</body>"));
  }

  @Test
  void the_page_stands_in_the_frame_of_the_host() {
    Document page =
        decorate("<title>Campaigns</title><meta name='decorator' content='atl.general'>", "<p>Hi");
    assertThat(page.title()).isEqualTo("Campaigns - Jira");
    assertThat(page.select("main p").text()).isEqualTo("Hi");
    assertThat(page.select("header nav, main, footer")).hasSize(3);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de-DE");
  }

  @Test
  void a_main_part_of_the_page_stays_the_only_one() {
    assertThat(decorate("", "<main>x</main>").select("main")).hasSize(1);
  }

  @Test
  void what_the_page_adds_to_head_and_body_is_kept() {
    Document page =
        decorate(
            "<meta name='app-x' content='1'><meta name='decorator' content='atl.general'>",
            "<p>x</p><script src='/s'></script>");
    assertThat(page.select("head meta[name=app-x]")).hasSize(1);
    assertThat(page.select("meta[name=decorator]")).isEmpty();
  }

  @Test
  void names_and_titles_are_escaped() {
    user.setLoggedInUser(ANN);
    Document page = decorate("<title>&lt;script&gt;</title>", "");
    assertThat(page.title()).isEqualTo("<script> - Jira");
    assertThat(page.select("#header-details-user-fullname").text()).isEqualTo("Ann <b>");
    assertThat(page.select("#header-details-user-fullname b")).isEmpty();
  }

  @Test
  void whoever_is_not_logged_in_is_offered_to_and_comes_back() {
    assertThat(decorate("", "").select(".login-link").attr("href"))
        .isEqualTo("/jira/login.jsp?os_destination=/jira/here");
  }

  @Test
  void scripts_know_who_is_logged_in_and_where_the_host_is() {
    user.setLoggedInUser(ANN);
    Document page = decorate("", "");
    assertThat(page.select("meta[name=ajs-remote-user]").attr("content")).isEqualTo("ann");
    assertThat(page.select("meta[name=ajs-context-path]").attr("content")).isEqualTo("/jira");
    assertThat(page.select("meta[name=atlassian-token]").attr("content")).isEqualTo("t0ken");
  }

  @Test
  void jQuery_comes_before_AUI_and_the_batch_of_the_page_last() {
    resources.enable(
        new PluginFixture(
                """
                <web-resource key="r"><context>atl.general</context>
                <resource type="download" name="r.js" location="r.js"/></web-resource>
                """)
            .withFile("r.js", "1"));
    assertThat(decorate("", "").select("script").eachAttr("src"))
        .first()
        .isEqualTo("/jira/s/aui/jquery.js");
    assertThat(decorate("", "").select("script").eachAttr("src"))
        .last()
        .asString()
        .contains("batch.js?keys=app%3Ar");
  }

  @Test
  void a_section_below_an_item_of_the_top_bar_makes_it_a_menu() {
    fragments.enable(
        new PluginFixture(
            """
            <web-item key="top" section="system.top.navigation.bar"><label>Drumbeat</label>
              <link linkId="drum">/plugins/servlet/drumbeat</link></web-item>
            <web-section key="main" location="drum"/>
            <web-item key="inbox" section="drum/main"><label>Inbox</label>
              <link>/plugins/servlet/drumbeat/inbox</link></web-item>
            """));
    Document page = decorate("", "");
    assertThat(page.select("#drum").attr("aria-controls")).isEqualTo("drum-content");
    assertThat(page.select("#drum-content a").attr("href"))
        .isEqualTo("/jira/plugins/servlet/drumbeat/inbox");
  }

  @Test
  void the_active_item_of_the_administration_is_marked() {
    user.setLoggedInUser(ANN);
    fragments.enable(
        new PluginFixture(
            """
            <web-section key="drum" location="admin_plugins_menu"><label>Drumbeat</label></web-section>
            <web-item key="a" section="admin_plugins_menu/drum"><label>Accounts</label>
              <link linkId="accounts">/a</link></web-item>
            <web-item key="b" section="admin_plugins_menu/drum"><label>Status</label>
              <link linkId="status">/b</link></web-item>
            """));
    Document page =
        decorate(
            """
            <meta name="decorator" content="atl.admin">
            <meta name="admin.active.section" content="admin_plugins_menu/drum">
            <meta name="admin.active.tab" content="status">
            """,
            "<h1>Status</h1>");
    assertThat(page.select(".aui-nav-selected a").eachText()).containsExactly("Status");
    assertThat(page.select("[aria-current=page]").attr("href")).isEqualTo("/jira/b");
    assertThat(page.select("main h1").text()).isEqualTo("Status");
  }

  @Test
  void pages_of_the_host_are_offered_to_administrators_alone() {
    String admin = "<meta name='decorator' content='atl.admin'>";
    assertThat(decorate(admin, "").select("#manage_apps")).isEmpty();
    user.setLoggedInUser(ANN);
    assertThat(decorate(admin, "").select("#manage_apps")).hasSize(1);
  }

  @Test
  void unknown_web_resources_are_listed_in_the_footer() {
    resources.assembler().resources().requireWebResource("app:<typo>");
    assertThat(decorate("", "").select("footer code").text()).isEqualTo("app:<typo>");
  }
}
