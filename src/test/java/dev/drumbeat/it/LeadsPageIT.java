package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Outreach.BASE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person had from us, and whether we may write again, on the page of leads. */
class LeadsPageIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static Outreach outreach;

  @BeforeAll
  static void start() {
    outreach = Outreach.ofItsOwn();
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @AfterAll
  static void stop() {
    if (outreach != null) {
      outreach.host.close();
    }
  }

  @Test
  void a_person_is_found_and_told_do_not_mail_and_allowed_again() {
    String lead = launched("SALES-1");
    launched("SALES-1");
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
    Page page = open("sam", "/leads");
    assertThat(page.locator(".drumbeat-empty")).isVisible();

    page.locator("#drumbeat-leads-q").fill(lead.substring(0, 6));
    page.locator("#drumbeat-leads-q").press("Enter");

    assertThat(page.locator("#drumbeat-person")).containsText(lead);
    assertThat(page.locator(".drumbeat-timeline")).containsText("Sent: Hello");
    assertThat(page.locator(".drumbeat-may")).containsText("We may write");
    screenshots(page, "lead");

    page.locator("[data-action=suppress]").click();
    page.locator("#drumbeat-suppress-note").fill("<img src=x onerror=alert(1)>");
    page.locator("#drumbeat-suppress-dialog [data-role=save]").click();

    assertThat(page.locator(".drumbeat-may")).containsText("No campaign may write");
    assertThat(page.locator(".drumbeat-may")).containsText("<img src=x");
    assertThat(page.locator("[data-action=allow]")).isDisabled();
    assertThat(page.locator(".drumbeat-may")).containsText("Administer Jira");
    assertThat(page.locator("[data-action=suppress]")).isFocused();

    Page admin = open("admin", "/leads?q=" + lead + "&kind=suppression");
    admin.locator("[data-action=allow]").click();
    admin.locator("#drumbeat-allow-dialog [data-role=save]").click();
    assertThat(admin.locator("#drumbeat-allow-dialog .error")).isVisible();
    admin.locator("#drumbeat-allow-reason").fill("She wrote to us");
    screenshots(admin, "lead-allow");
    admin.locator("#drumbeat-allow-dialog [data-role=save]").click();

    assertThat(admin.locator(".drumbeat-may")).containsText("We may write");
    assertThat(admin.locator(".drumbeat-timeline li")).hasCount(2);
    assertThat(admin.locator(".drumbeat-timeline li").first()).containsText("She wrote to us");
    assertThat(admin.locator("[aria-current=true]")).hasText("Do not mail");
  }

  @Test
  void errors_stand_beside_what_was_typed() {
    Page page = open("sam", "/leads?view=suppressions");
    page.locator("[data-action=suppress]").click();
    page.locator("#drumbeat-suppress-dialog [data-role=save]").click();
    assertThat(page.locator("#drumbeat-suppress-dialog .error")).hasCount(1);

    page.locator("#drumbeat-suppress-address").fill("ann@");
    page.locator("#drumbeat-suppress-note").fill("Kept");
    page.locator("#drumbeat-suppress-dialog [data-role=save]").click();

    assertThat(page.locator("#drumbeat-suppress-address-error")).containsText("domain");
    assertThat(page.locator("#drumbeat-suppress-note")).hasValue("Kept");
    assertThat(page.locator("#drumbeat-suppress-address")).isFocused();
    screenshots(page, "suppress-errors");

    page.locator("#drumbeat-suppress-address").fill("ann@list.example");
    page.locator("#drumbeat-suppress-dialog [data-role=save]").click();
    assertThat(page.locator("tr[data-name='ann@list.example']")).containsText("Kept");
    screenshots(page, "suppressions");
  }

  @Test
  void administrators_add_a_domain_and_search_the_list() {
    Page page = open("admin", "/leads?view=suppressions");
    page.locator("[data-action=suppress]").click();
    page.locator("#drumbeat-suppress-address").fill("@quince.example");
    page.locator("#drumbeat-suppress-dialog [data-role=save]").click();
    assertThat(page.locator("tr[data-name='@quince.example']")).isVisible();

    page.locator("#drumbeat-leads-q").fill("medlar");
    page.locator("#drumbeat-leads-q").press("Enter");
    assertThat(page.locator(".drumbeat-empty")).containsText("begins like that");

    page.locator("#drumbeat-leads-q").fill("QUI");
    page.locator("#drumbeat-leads-q").press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.goBack();
    assertThat(page.locator("#drumbeat-leads-q")).hasValue("medlar");
  }

  @Test
  void who_may_see_nothing_is_told_how_to_find_more() {
    String lead = launched("SALES-2");

    Page page = open("bob", "/leads?q=" + lead.substring(0, 6));

    assertThat(page.locator(".drumbeat-empty")).containsText("your own campaigns");
    page.navigate(url("/leads?q=" + lead));
    assertThat(page.locator("#drumbeat-person")).hasText(lead);
    assertThat(page.locator(".drumbeat-timeline")).hasCount(0);
    page.navigate(url("/leads?q=x"));
    assertThat(page.locator(".error")).containsText("2");
  }

  private static Page open(String user, String address) {
    Page page = browser.as(outreach.host, user);
    page.navigate(url(address));
    return page;
  }

  private static String url(String address) {
    return outreach.host.url() + "/plugins/servlet/drumbeat" + address;
  }

  /** Both widths, neither of which may scroll sideways. */
  static void screenshots(Page page, String name) {
    for (int width : new int[] {800, 1280}) {
      page.setViewportSize(width, 800);
      browser.screenshot(page, name + "-" + width);
      assertEquals(
          width, page.evaluate("document.documentElement.scrollWidth"), "at " + width + " px");
    }
  }

  private static String launched(String issueKey) {
    String path = outreach.draft(outreach.oneLead(issueKey));
    outreach.launched(path);
    JsonNode runs = outreach.sam.get(path + "/enrollments").body();
    return runs.path("values").path(0).path("email").asText();
  }
}
