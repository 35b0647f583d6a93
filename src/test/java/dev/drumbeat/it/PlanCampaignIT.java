package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Planning.launch;
import static dev.drumbeat.it.Planning.saved;
import static dev.drumbeat.it.Planning.says;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.drumbeat.host.demo.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has never seen it launches a campaign from a filter. */
class PlanCampaignIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final int MANY = 5_000;
  private final Planning planning = Planning.get();

  @Test
  void from_a_filter_in_the_navigator_to_the_first_mail() {
    Page page = browser.as(planning.host, "lena");
    page.navigate(planning.host.url() + "/issues/?filter=" + planning.filter("Open leads"));
    page.locator("#drumbeat-navigator-launch").click();
    page.waitForURL(Planning.CAMPAIGN);

    assertThat(says(page, "who"))
        .hasText("Writes to 53 people in field Lead email of the 55 issues of filter Open leads.");
    assertThat(says(page, "what")).containsText("2 mails of the sequence First contact");
    assertThat(page.locator(".drumbeat-steps li")).hasCount(2);
    assertThat(page.locator("[data-role=preview-subject]")).hasText("A question, Amelie");
    assertThat(page.locator("#drumbeat-plan-target")).hasValue("5");
    sendAtAnyTime(page);
    assertThat(saved(page)).hasText("Saved");
    browser.screenshot(page, "plan-1280");
    page.setViewportSize(800, 900);
    browser.screenshot(page, "plan-800");
    Planning.assertNoSidewaysScrolling(page);
    page.setViewportSize(1280, 800);

    launch(page).click();
    assertThat(page.locator("[data-role=launch-text]")).containsText("53 people");
    browser.screenshot(page, "plan-launch-dialog");
    page.locator("[data-action=confirm-launch]").click();
    assertThat(launch(page)).hasCount(0);

    String mails = "/rest/host/1/mail/messages?to=amelie.hartmann@example.com";
    Patience.until(
        () -> {
          planning.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
          return planning.admin.get(mails).body().toString().contains("A question, Amelie");
        });
  }

  private static void sendAtAnyTime(Page page) {
    for (String day : List.of("MON", "TUE", "WED", "THU", "FRI")) {
      page.locator("label[for=drumbeat-plan-" + day + "]").click();
    }
    assertThat(says(page, "how")).containsText("Sends at any time of day.");
  }

  @Test
  void a_sequence_is_written_on_the_way() {
    Page page = browser.as(planning.host, "lena");
    page.navigate(planning.host.url() + "/plugins/servlet/drumbeat/campaigns/new?jql=key=SALES-1");
    page.waitForURL(Planning.CAMPAIGN);
    page.locator("#drumbeat-plan-name").fill("On the way");
    assertThat(saved(page)).hasText("Saved");
    page.locator("[data-role=write]").last().click();
    page.locator("#drumbeat-name").fill("Written on the way");
    page.getByText("Add mail").click();
    page.locator("[data-name=subject]").fill("Hello");
    page.locator("[data-name=body]").fill("A word from us.");
    page.locator("[data-action=save]").click();
    page.waitForURL(Planning.CAMPAIGN);

    assertThat(says(page, "what")).containsText("one mail of the sequence Written on the way");
    assertThat(page.locator("#drumbeat-plan-name")).hasValue("On the way");
    assertThat(saved(page)).hasText("Saved");
    assertThat(page.locator("[data-role=preview-subject]")).hasText("Hello");
    String path = Planning.REST + "campaigns/" + idOf(page.url());
    String sequence = planning.lena.get(path).body().path("sequenceId").asText();
    planning.lena.delete(path);
    planning.lena.delete(Planning.REST + "sequences/" + sequence);
  }

  @Test
  void a_draft_may_still_become_a_single_mail() {
    Page page = browser.as(planning.host, "lena");
    planning.begin(page, "?jql=key=SALES-2");
    String before = idOf(page.url());
    page.locator("label[for=drumbeat-plan-broadcast-kind]").click();
    page.locator("#drumbeat-plan-subject").fill("News");
    page.locator("#drumbeat-plan-text").fill("We have moved.");
    page.waitForURL(url -> !idOf(url).equals(before));

    assertThat(saved(page)).hasText("Saved");
    assertThat(says(page, "what")).hasText("Everybody gets this one mail.");
    Patience.until(() -> planning.lena.get(Planning.REST + "campaigns/" + before).status() == 404);
  }

  @Test
  void without_a_filter_nothing_is_stored_and_the_field_of_addresses_is_proposed() {
    Page page = browser.as(planning.host, "lena");
    page.navigate(planning.host.url() + "/plugins/servlet/drumbeat/campaigns/new");

    assertThat(page.locator("#drumbeat-plan-field option:checked")).hasText("Lead email");
    assertThat(saved(page)).containsText("Not saved yet");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/campaigns/new$"));
  }

  @Test
  void the_query_that_the_navigator_shows_at_that_moment_is_taken_along() {
    Page page = browser.as(planning.host, "lena");
    page.navigate(planning.host.url() + "/issues/?filter=" + planning.filter("Open leads"));
    page.evaluate("history.pushState(null, '', '?jql=' + encodeURIComponent('key = SALES-1'))");
    page.locator("#drumbeat-navigator-launch").click();
    page.waitForURL(Planning.CAMPAIGN);

    assertThat(page.locator("#drumbeat-plan-jql")).hasValue("key = SALES-1");
    assertThat(says(page, "who")).containsText("of the one issue that the query finds");
  }

  @Test
  void a_large_launch_goes_on_while_its_page_is_left() {
    planning.leads("mass", MANY);
    Page page = browser.as(planning.host, "lena");
    planning.begin(page, "?jql=labels%20%3D%20mass");
    assertThat(says(page, "who")).containsText("5000 people", patient());
    assertThat(launch(page)).hasAttribute("aria-disabled", "false");

    launch(page).click();
    page.locator("#drumbeat-launch-number").fill("500");
    page.locator("[data-action=confirm-launch]").click();
    assertThat(page.locator("[data-role=launch-error]")).containsText("not the number");
    page.locator("#drumbeat-launch-number").fill("5000");
    page.locator("[data-action=confirm-launch]").click();
    Locator progress = page.locator("[data-launching] [role=status]");
    assertThat(progress).containsText("of 5000 looked at");
    browser.screenshot(page, "launch-progress");
    String campaign = page.url();
    page.navigate(planning.host.url() + "/plugins/servlet/drumbeat/campaigns");
    page.navigate(campaign);

    assertThat(page.locator("[data-launching]"))
        .hasCount(0, new HasCountOptions().setTimeout(90_000));
    JsonNode admission =
        planning.lena.get(Planning.REST + "campaigns/" + idOf(campaign)).body().path("admission");
    org.assertj.core.api.Assertions.assertThat(admission.path("admitted").asInt()).isEqualTo(MANY);
  }

  private static ContainsTextOptions patient() {
    return new ContainsTextOptions().setTimeout(30_000);
  }

  private static String idOf(String url) {
    return url.replaceAll(".*/campaigns/([0-9]+).*", "$1");
  }

  @Test
  void who_may_not_launch_is_told_which_right_is_missing() {
    Page page = browser.as(planning.host, "sam");
    planning.begin(page, "?jql=key%20%3D%20SALES-2&sequenceId=" + planning.sequence);

    assertThat(page.locator(".drumbeat-numbers")).isVisible();
    assertThat(launch(page)).hasAttribute("aria-disabled", "true");
    assertThat(page.locator("#drumbeat-launch-why")).containsText("Launch campaigns");
    browser.screenshot(page, "plan-without-right");
  }

  @Test
  void a_single_mail_is_written_here_and_tested_on_oneself() {
    Page page = browser.as(planning.host, "lena");
    page.navigate(
        planning.host.url()
            + "/plugins/servlet/drumbeat/campaigns/new?jql=key%3DSALES-3&kind=broadcast");
    page.locator("#drumbeat-plan-subject").fill("Opening of our new shop");
    page.locator("#drumbeat-plan-text").fill("Come and see us.");
    page.waitForURL(Planning.CAMPAIGN);
    assertThat(page.locator("[data-role=preview-subject]")).hasText("Opening of our new shop");
    page.locator("[data-action=test]").click();

    assertThat(page.locator(".aui-flag")).containsText("lena@example.com");
    browser.screenshot(page, "plan-single-mail");
  }
}
