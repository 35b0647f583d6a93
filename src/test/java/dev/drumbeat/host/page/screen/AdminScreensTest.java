package dev.drumbeat.host.page.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.page.screen.SiteFixture.Visitor;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminScreensTest {

  private static final String JOBS = SchedulerScreen.PATH;
  private static final String APPS = AppsScreen.PATH;

  private static final SiteFixture site = new SiteFixture();

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void forget() {
    site.jobs.clear();
    site.apps.clear();
    site.ran.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {JOBS, APPS})
  void only_administrators_see_these_pages(String path) {
    Visitor sam = site.as("sam");
    assertThat(sam.open(path).select("[role=alert]").text()).contains("jira-administrators");
    assertThat(sam.status()).isEqualTo(403);
    Visitor visitor = site.visitor();
    visitor.open(path);
    assertThat(visitor.path()).isEqualTo("/jira/login.jsp");
  }

  @Test
  void jobs_are_listed_and_one_is_run_at_once() {
    site.jobs.add(
        new JobLine(
            "a b", "Runner", "every 60 s", Instant.parse("2026-06-01T11:00:00Z"), null, ""));
    Visitor ada = site.as("ada");
    Document page = ada.open(JOBS);
    assertThat(page.select("#scheduled-jobs td").eachText())
        .contains("a b Runner", "every 60 s", "Never");
    assertThat(page.select("#scheduled-jobs time").attr("datetime"))
        .isEqualTo("2026-06-01T11:00:00Z");
    Document after = ada.post(JOBS, "job", "a b", "atl_token", token(page));
    assertThat(site.ran).containsExactly("a b");
    assertThat(after.select("[role=status]").text()).isEqualTo("The job a b has been run.");
  }

  private static String token(Document page) {
    return page.select("[name=atl_token]").attr("value");
  }

  @Test
  void nothing_runs_without_the_token_of_the_session() {
    site.jobs.add(new JobLine("a", "Runner", "once", null, null, ""));
    Visitor ada = site.as("ada");
    ada.open(JOBS);
    ada.post(JOBS, "job", "a", "atl_token", "forged");
    assertThat(ada.status()).isEqualTo(403);
    assertThat(site.ran).isEmpty();
  }

  @Test
  void an_app_that_failed_says_why() {
    site.apps.add(new AppLine("x", "X", "1", AppLine.State.FAILED, "imports <org.gone>"));
    Document page = site.as("ada").open(APPS);
    assertThat(page.select("#installed-apps tr[data-app-key=x]").text())
        .contains("Failed", "imports <org.gone>");
    assertThat(page.select(".aui-nav-selected").text()).isEqualTo("Manage apps");
  }

  @Test
  void apps_are_switched_off_and_on() {
    site.apps.add(new AppLine("x", "X", "1", AppLine.State.ENABLED, ""));
    site.apps.add(new AppLine("y", "Y", "1", AppLine.State.DISABLED, ""));
    Visitor ada = site.as("ada");
    String token = token(ada.open(APPS));
    ada.post(APPS, "app", "x", "action", "disable", "atl_token", token);
    ada.post(APPS, "app", "y", "action", "enable", "atl_token", token);
    ada.post(APPS, "app", "gone", "action", "disable", "atl_token", token);
    assertThat(ada.status()).isEqualTo(404);
    assertThat(site.ran).containsExactly("disable x", "enable y");
  }
}
