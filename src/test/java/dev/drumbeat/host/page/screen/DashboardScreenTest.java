package dev.drumbeat.host.page.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.page.screen.SiteFixture.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DashboardScreenTest {

  private static final SiteFixture site = new SiteFixture();

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void the_root_leads_to_the_dashboard_which_tells_how_to_log_in() {
    Visitor visitor = site.visitor();
    Document page = visitor.open("/");
    assertThat(visitor.path()).isEqualTo("/jira/secure/Dashboard.jspa");
    assertThat(page.select("main td").eachText()).containsExactly("ada", "ada", "administer");
  }

  @Test
  void whoever_is_logged_in_is_not_told_passwords() {
    assertThat(site.as("sam").open("/secure/Dashboard.jspa").select("main td")).isEmpty();
  }

  @Test
  void projects_are_those_that_the_reader_may_browse() {
    assertThat(site.as("sam").open(ProjectsScreen.PATH).select("#project-list tbody tr").text())
        .isEqualTo("Sales SALES Sam Seller");
    assertThat(site.as("bob").open(ProjectsScreen.PATH).select("#project-list")).isEmpty();
  }
}
