package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.now;
import static dev.drumbeat.it.CampaignFixture.withVariants;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.drumbeat.host.Rest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of campaigns that were launched, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
class CampaignPagesIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String HOSTILE =
      "<script>alert(1)</script> \u05d0\u05d1\u05d2 \ud83d\ude00 \"O'Neill\" & co";
  private static final String SUBJECT = "<img src=x onerror=alert(2)> a question";

  private Journey journey;
  private long campaign;
  private Page page;

  @BeforeAll
  void a_campaign_in_which_everything_happened() throws Exception {
    journey = Journey.begin();
    campaign =
        journey.launch(
            aCampaign()
                .with(withVariants(SUBJECT), after(3, "days"))
                .to(
                    "buyer@pages.test",
                    "gone@pages.test",
                    "enough@pages.test",
                    "silent@pages.test",
                    "still@pages.test",
                    "late@pages.test"));
    journey.pass(Duration.ofDays(1));
    journey.answers("buyer@pages.test", "Sounds good");
    journey.bounces("gone@pages.test");
    journey.unsubscribes("enough@pages.test");
    journey.app.post("enrollments/" + run("still@pages.test") + "/pause", "");
    rename(campaign, HOSTILE);
  }

  private long run(String address) {
    return journey.enrollmentOf(address).path("id").asLong();
  }

  private void rename(long id, String name) {
    Rest lena = Rest.as(journey.host, "lena");
    String path = Outreach.CAMPAIGNS + "/" + id;
    ObjectNode body = (ObjectNode) lena.get(path).body();
    assertThat(lena.put(path, body.put("name", name).toString()).status()).isEqualTo(200);
  }

  private long another(String... people) {
    return journey.launch(aCampaign().with(now(), after(3, "days")).to(people));
  }

  @AfterAll
  void end() {
    journey.close();
  }

  @BeforeEach
  void log_in() {
    page = browser.as(journey.host, "lena");
  }

  private void open(String path) {
    page.navigate(journey.host.url() + "/plugins/servlet/drumbeat/" + path);
  }

  /** Both widths are looked at, and none of them scrolls sideways. */
  private void look(String name) {
    for (int width : List.of(1280, 800)) {
      page.setViewportSize(width, 800);
      Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) overflow).intValue()).as(name + " at " + width).isNotPositive();
      browser.screenshot(page, name + "-" + width);
    }
    page.setViewportSize(1280, 800);
  }

  private Locator action(String name) {
    return page.locator("[data-action=" + name + "]");
  }

  private Locator state() {
    return page.locator("h1 .aui-lozenge");
  }

  @Test
  void the_list_says_what_runs_and_how_far_it_is() {
    open("campaigns");

    Locator row = page.locator("tr[data-id=\"" + campaign + "\"]");
    assertThat(row.locator("th")).hasText(HOSTILE);
    assertThat(row.locator(".aui-lozenge")).hasText("Running");
    assertThat(row.locator("td").nth(3)).hasText("6");
    assertThat(row.locator("td").nth(5)).hasText("1");
    look("campaigns");
  }

  @Test
  void the_list_shows_one_state_which_is_in_the_address() {
    open("campaigns");
    page.locator(".drumbeat-filter a[href='?state=scheduled']").click();

    assertThat(page).hasURL(Pattern.compile(".*state=scheduled$"));
    assertThat(page.locator(".drumbeat-empty")).isVisible();
    page.goBack();
    assertThat(page.locator("tr[data-id=\"" + campaign + "\"]")).isVisible();
  }

  @Test
  void what_holds_all_campaigns_is_said_once_and_leads_to_the_status() {
    another("held-a@pages.test");
    journey.app.turnSending(false);
    open("campaigns");
    Locator held = page.locator(".drumbeat-attention li").filter(saying("off"));
    assertThat(held).hasCount(1);
    assertThat(held.locator(".aui-button")).hasAttribute("href", Pattern.compile(".*/status$"));
    look("campaigns-held");
    journey.app.turnSending(true);
    page.reload();
    assertThat(held).hasCount(0);
  }

  private static Locator.FilterOptions saying(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void leads_who_lack_data_are_counted_and_one_click_away() {
    String html = "<p>Hi ${issue.firstName}</p>";
    long id = journey.launch(aCampaign().with(now().put("html", html)).to("lacks@pages.test"));
    open("campaigns/" + id);

    assertThat(page.locator(".drumbeat-attention")).containsText("One lead waits");
    page.locator(".drumbeat-attention .aui-button").click();

    assertThat(page.locator("#drumbeat-leads-total")).hasText("1");
    assertThat(lead("lacks@pages.test")).containsText("issue.firstName");
    look("campaign-missing-data");
  }

  @Test
  void numbers_come_first_and_each_opens_a_list_with_as_many() {
    open("campaigns/" + campaign);
    assertThat(page.locator("h1 bdi")).hasText(HOSTILE);
    assertThat(page.locator(".drumbeat-funnel tbody tr").first()).containsText(SUBJECT);
    look("campaign-numbers");

    List<Locator> links = page.locator("#numbers a:not([href='?view=left-out'])").all();
    List<String> hrefs = links.stream().map(link -> link.getAttribute("href")).toList();
    List<String> amounts = links.stream().map(Locator::innerText).toList();
    assertThat(hrefs).hasSizeGreaterThan(15);
    for (int i = 0; i < hrefs.size(); i++) {
      open("campaigns/" + campaign + hrefs.get(i));
      assertThat(page.locator("#drumbeat-leads-total, #drumbeat-sends-total"))
          .hasText(amounts.get(i));
      assertThat(page.locator(".drumbeat-content tbody tr"))
          .hasCount(Integer.parseInt(amounts.get(i)));
    }
  }

  @Test
  void leads_say_why_nothing_has_left_yet() {
    open("campaigns/" + campaign + "?view=leads");

    assertThat(lead("still@pages.test")).containsText("Until somebody resumes it");
    assertThat(lead("buyer@pages.test")).containsText("Replied");
    assertThat(lead("late@pages.test")).containsText("Step 2");
    look("campaign-leads");
    page.locator(".drumbeat-filter a").getByText("Paused").click();
    assertThat(page).hasURL(Pattern.compile(".*state=paused$"));
    assertThat(page.locator("tbody tr")).hasCount(1);
  }

  private Locator lead(String address) {
    return page.locator("tr[data-name=\"" + address + "\"]");
  }

  @Test
  void a_lead_is_paused_resumed_and_finished_by_keyboard() {
    long id = another("keys@pages.test");
    open("campaigns/" + id + "?view=leads");

    action("pause-lead").press("Enter");
    assertThat(lead("keys@pages.test").locator(".aui-lozenge")).hasText("Paused");
    assertThat(action("resume-lead")).isFocused();
    action("resume-lead").press("Enter");
    assertThat(lead("keys@pages.test").locator(".aui-lozenge")).hasText("Active");
    action("finish-lead").press("Enter");
    assertThat(page.locator(".drumbeat-finish-name")).hasText("keys@pages.test");
    browser.screenshot(page, "campaign-finish-lead");
    page.locator("#drumbeat-finish-reason").selectOption("replied");
    page.locator("#drumbeat-finish-dialog .aui-button-danger").click();
    assertThat(lead("keys@pages.test").locator(".aui-lozenge")).hasText("Finished");

    open("campaigns/" + id);
    assertThat(page.locator(".drumbeat-goal strong")).containsText("1");
  }

  @Test
  void a_campaign_is_paused_and_resumed_as_somebody_chooses() {
    long id = another("pause@pages.test");
    open("campaigns/" + id);

    action("pause").click();
    assertThat(state()).hasText("Paused");
    assertThat(action("resume")).isFocused();
    assertThat(page.locator(".drumbeat-attention")).containsText("Lena");
    look("campaign-paused");
    open("campaigns");
    assertThat(page.locator(".drumbeat-attention")).containsText("paused");
    page.goBack();
    action("resume").click();
    browser.screenshot(page, "campaign-resume");
    page.locator("label[for=drumbeat-policy-skip]").click();
    page.locator("#drumbeat-resume-dialog .aui-button-primary").click();
    assertThat(state()).hasText("Running");
    assertThat(journey.app.campaign(id).path("pause").path("policy").asText()).isEqualTo("skip");
  }

  @Test
  void who_may_not_resume_is_told_which_right_is_lacking() {
    long id = another("lacking@pages.test");
    journey.tell(id, "pause", "");
    rights("jira-administrators");
    open("campaigns/" + id);

    assertThat(action("resume")).hasAttribute("aria-disabled", "true");
    assertThat(page.locator("#drumbeat-lacks-resume")).containsText("Launch campaigns");
    action("resume").click(new Locator.ClickOptions().setForce(true));
    assertThat(page.locator("#drumbeat-resume-dialog")).isHidden();
    browser.screenshot(page, "campaign-without-right");
    rights("sales-leads");
  }

  private void rights(String launching) {
    String body = "{\"useCampaigns\":[\"sales\"],\"launchCampaigns\":[\"" + launching + "\"]}";
    Rest admin = Rest.as(journey.host, "admin");
    assertThat(admin.put("/rest/drumbeat/1/settings/rights", body).status()).isEqualTo(200);
  }

  @Test
  void who_stops_a_campaign_is_told_how_many_people_it_touches() {
    long id = another("stop-a@pages.test", "stop-b@pages.test");
    open("campaigns/" + id);

    action("stop").click();
    assertThat(page.locator("#drumbeat-stop-text")).containsText("2");
    browser.screenshot(page, "campaign-stop");
    action("close-stop").click();
    assertThat(state()).hasText("Running");
    assertThat(action("stop")).isFocused();
    action("stop").click();
    action("confirm-stop").click();

    assertThat(state()).hasText("Cancelled");
    action("archive").click();
    assertThat(state()).hasText("Archived");
    action("next").click();
    assertThat(state()).hasText("Draft");
    assertThat(page.locator("h1 bdi")).containsText("Spring");
  }

  @Test
  void what_somebody_else_did_meanwhile_is_said_and_drawn() {
    long id = another("meanwhile@pages.test");
    open("campaigns/" + id);
    journey.tell(id, "cancel", "");

    action("pause").click();

    assertThat(page.locator(".aui-flag")).containsText("Spring");
    assertThat(state()).hasText("Cancelled");
  }

  @Test
  void proof_left_out_and_log_are_views_of_their_own() {
    open("campaigns/" + campaign + "?view=proof&show=sent");
    assertThat(page.locator("tbody tr")).hasCount(6);
    assertThat(page.locator("#proof")).containsText("Planned");
    look("campaign-proof");
    open("campaigns/" + campaign + "?view=left-out");
    assertThat(page.locator(".drumbeat-empty")).isVisible();
    open("campaigns/" + campaign + "?view=log");
    assertThat(page.locator("#log")).containsText("Mail came back");
    assertThat(page.locator("#log")).containsText("gone@pages.test");
    look("campaign-log");
  }

  @Test
  void somebody_elses_campaign_is_not_there() {
    Page sams = browser.as(journey.host, "sam");

    sams.navigate(journey.host.url() + "/plugins/servlet/drumbeat/campaigns/" + campaign);

    assertThat(sams.locator("body")).containsText("no campaign");
    assertThat(sams.locator("body")).not().containsText("pages.test");
  }

  @Test
  void words_in_the_address_that_mean_nothing_ask_for_nothing() {
    open("campaigns/" + campaign + "?view=leads&state=%3Cscript%3E&step=x&startAt=-4");
    assertThat(page.locator("#drumbeat-leads-total")).hasText("6");
    open("campaigns?state=nonsense&startAt=abc");
    assertThat(page.locator("tr[data-id=\"" + campaign + "\"]")).isVisible();
  }
}
