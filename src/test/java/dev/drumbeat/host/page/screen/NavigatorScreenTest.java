package dev.drumbeat.host.page.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.host.issue.NewIssue;
import dev.drumbeat.host.page.PluginFixture;
import dev.drumbeat.host.page.screen.SiteFixture.Visitor;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NavigatorScreenTest {

  private final SiteFixture site = new SiteFixture();
  private final Visitor sam = site.as("sam");

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void a_search_shows_its_issues_and_how_many_there_are() {
    site.issue("First");
    site.issue("Second");
    Document page = sam.open("/issues/?jql=key+%3D+SALES-2");
    assertThat(page.select("#issuetable tbody tr").eachAttr("data-issuekey"))
        .containsExactly("SALES-2");
    assertThat(page.select(".results-count").text()).isEqualTo("1–1 of 1 issue");
    assertThat(page.select("#advanced-search").text()).isEqualTo("key = SALES-2");
  }

  @Test
  void a_query_that_does_not_parse_is_shown_with_its_error() {
    Document page = sam.open("/issues/?jql=%3Cb%3E+%3D");
    assertThat(sam.status()).isEqualTo(400);
    assertThat(page.select("[role=alert]").text()).startsWith("Error in the JQL Query");
    assertThat(page.select("#advanced-search").text()).isEqualTo("<b> =");
    assertThat(page.select("#issuetable")).isEmpty();
  }

  @Test
  void a_field_that_does_not_exist_is_named() {
    Document page = sam.open("/issues/?jql=colour+%3D+red");
    assertThat(page.select("[role=alert]").text()).contains("colour");
  }

  @Test
  void long_results_come_in_pages() {
    site.tracker
        .issues()
        .addAll(
            IntStream.range(0, 60)
                .mapToObj(n -> new NewIssue("SALES", IssueFields.of("Lead " + n)))
                .toList());
    Document first = sam.open("/issues/?jql=project%3DSALES");
    Document second = sam.open(first.select(".icon-next").attr("href").substring("/jira".length()));
    assertThat(first.select("#issuetable tbody tr")).hasSize(50);
    assertThat(second.select("#issuetable tbody tr")).hasSize(10);
    assertThat(second.select(".results-count").text()).isEqualTo("51–60 of 60 issues");
    assertThat(second.select(".icon-next")).isEmpty();
  }

  @Test
  void a_saved_filter_is_run_for_whoever_may_see_it() {
    site.issue("First");
    Long id = site.tracker.filters().add(site.ada, "Sales", "project = SALES", "sales").getId();
    assertThat(sam.open("/issues/?filter=" + id).select("h1").text()).isEqualTo("Sales");
    Visitor bob = site.as("bob");
    Document refused = bob.open("/issues/?filter=" + id);
    assertThat(bob.status()).isEqualTo(404);
    assertThat(refused.select("[role=alert]").text()).contains("does not exist, or you may not");
  }

  @Test
  void issues_that_the_reader_may_not_see_are_not_counted() {
    site.issue("First");
    assertThat(site.as("bob").open("/issues/").select(".results-count").text())
        .isEqualTo("No issues found");
  }

  @Test
  void items_and_scripts_of_apps_are_on_the_page() {
    site.enable(
        new PluginFixture(
                """
                <web-item key="launch" section="jira.navigator.pluggable.items">
                  <label>Launch</label><link>/launch</link></web-item>
                <web-resource key="nav"><context>jira.navigator</context>
                  <resource type="download" name="nav.js" location="nav.js"/></web-resource>
                """)
            .withFile("nav.js", "1"));
    Document page = sam.open("/issues/");
    assertThat(page.select(".pluggable-ops a#launch").attr("href")).isEqualTo("/jira/launch");
    assertThat(page.select("script[src*=app%3Anav]")).hasSize(1);
  }
}
