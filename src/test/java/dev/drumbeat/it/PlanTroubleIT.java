package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Planning.errorOf;
import static dev.drumbeat.it.Planning.saved;
import static dev.drumbeat.it.Planning.says;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong while a campaign is planned, and that nothing typed is lost by it. */
class PlanTroubleIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"O'Neil\" ${issue.key}";
  private final Planning planning = Planning.get();
  private Page page;

  @BeforeEach
  void begin_a_campaign() {
    page = browser.as(planning.host, "lena");
    planning.begin(page, "?jql=key%20in%20(SALES-1,SALES-2)&sequenceId=" + planning.sequence);
    assertThat(saved(page)).hasText("Saved");
    assertThat(page.locator("#drumbeat-plan-target")).hasValue("1");
    assertThat(says(page, "goal")).containsText("1 of 2 people");
  }

  @Test
  void a_wrong_query_is_an_error_beside_its_field() {
    page.locator("#drumbeat-plan-jql").fill("project = NOWHERE AND");
    page.locator("#drumbeat-plan-name").fill("A name of its own");

    assertThat(errorOf(page, "#drumbeat-plan-jql")).containsText("Jira cannot run the query");
    assertThat(page.locator("#drumbeat-plan-jql")).hasValue("project = NOWHERE AND");
    assertThat(saved(page)).containsText("Not saved");
    browser.screenshot(page, "plan-wrong-query");

    page.locator("#drumbeat-plan-jql").fill("key = SALES-1");
    assertThat(saved(page)).hasText("Saved");
    assertThat(errorOf(page, "#drumbeat-plan-jql")).hasCount(0);
    assertThat(says(page, "who")).containsText("one person");
  }

  @Test
  void somebody_elses_change_is_shown_and_one_chooses_whose_stays() {
    limitTo(7);
    page.locator("#drumbeat-plan-name").fill("Mine");

    assertThat(page.locator(".drumbeat-conflict li")).hasCount(1);
    assertThat(page.locator(".drumbeat-conflict li")).containsText("\u201c7\u201d");
    assertThat(page.locator("#drumbeat-plan-name")).hasValue("Mine");
    browser.screenshot(page, "plan-conflict");
    page.locator("[data-role=mine]").click();
    assertThat(saved(page)).hasText("Saved");
    assertThat(page.locator("#drumbeat-plan-per-day")).hasValue("");

    limitTo(9);
    page.locator("#drumbeat-plan-name").fill("Mine again");
    page.locator("[data-role=theirs]").click();
    assertThat(page.locator("#drumbeat-plan-per-day")).hasValue("9");
    assertThat(page.locator("#drumbeat-plan-name")).hasValue("Mine");
  }

  private void limitTo(int most) {
    String path =
        Planning.REST + "campaigns/" + page.url().replaceAll(".*/campaigns/([0-9]+).*", "$1");
    ObjectNode changed = (ObjectNode) planning.lena.get(path).body();
    changed.putObject("limits").put("perDay", most);
    org.assertj.core.api.Assertions.assertThat(
            planning.admin.put(path, changed.toString()).status())
        .isEqualTo(200);
  }

  @Test
  void a_log_in_that_ran_out_loses_nothing() {
    String campaign = page.url();
    page.context().clearCookies();
    page.locator("#drumbeat-plan-name").fill("Typed too late");

    assertThat(saved(page)).containsText("Not saved");
    assertThat(page.locator(".drumbeat-log-in-again")).isVisible();
    browser.screenshot(page, "plan-logged-out");

    page.navigate(campaign);
    page.locator("[name=os_username]").fill("lena");
    page.locator("[name=os_password]").fill("lena");
    page.locator("[name=os_password]").press("Enter");
    page.waitForURL(Planning.CAMPAIGN);

    assertThat(page.locator("#drumbeat-plan-name")).hasValue("Typed too late");
    assertThat(saved(page)).hasText("Saved");
  }

  @Test
  void a_server_that_does_not_answer_leaves_a_button_to_save_again() {
    page.route("**/rest/drumbeat/1/campaigns/*", route -> route.abort());
    page.locator("#drumbeat-plan-name").fill("Patient");
    assertThat(saved(page)).containsText("Not saved");

    page.unroute("**/rest/drumbeat/1/campaigns/*");
    page.locator("[data-action=retry]").click();

    assertThat(saved(page)).hasText("Saved");
  }

  @Test
  void names_that_are_markup_are_shown_as_they_are_written() {
    page.locator("#drumbeat-plan-name").fill(HOSTILE);
    assertThat(saved(page)).hasText("Saved");
    page.reload();

    assertThat(page.locator("h1 bdi")).hasText(HOSTILE);
    assertThat(page.locator("#drumbeat-plan-name")).hasValue(HOSTILE);
    assertThat(says(page, "who")).containsText("2 people");
    browser.screenshot(page, "plan-hostile-name");
  }
}
