package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page and the panel in a real browser. */
class PagesIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String RIGHTS = "/rest/drumbeat/1/settings/rights";
  private static final String ACCOUNT =
      """
      {"name":"Of the panel","fromAddress":"panel@drumbeat.example",
       "smtp":{"host":"127.0.0.1","port":25,"security":"none"},
       "imap":{"host":"127.0.0.1","port":143,"security":"none","user":"panel",
               "password":"secret"}}""";

  private final Host host = RunningHost.get();

  @Test
  void an_administrator_opens_the_mail_accounts_from_the_administration() {
    Page page = browser.as(host, "admin");
    page.navigate(host.url() + "/plugins/servlet/drumbeat/accounts");

    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Mail accounts");
    browser.screenshot(page, "accounts");
  }

  @Test
  void the_panel_stands_on_the_issue() {
    Page page = browser.as(host, "admin");
    page.navigate(host.url() + "/browse/SALES-1");

    assertThat(page.locator(".drumbeat-panel")).isVisible();
    browser.screenshot(page, "issue-panel");
  }

  @Test
  void the_panel_names_no_lead_before_a_campaign_does() {
    Rest.as(host, "admin").post("/rest/drumbeat/1/mail-accounts", ACCOUNT);
    Page page = browser.as(host, "admin");
    page.navigate(host.url() + "/browse/SALES-1");

    assertThat(page.locator(".drumbeat-panel")).containsText("No lead");
    assertThat(page.locator(".drumbeat-panel")).not().containsText("@");
    browser.screenshot(page, "issue-panel-without-runs");
  }

  @Test
  void the_menu_leads_nobody_to_a_page_that_refuses_him() {
    Outreach outreach = Outreach.get();

    Page page = browser.as(outreach.host, "bob");
    page.navigate(page.locator("#drumbeat-menu").evaluate("link => link.href").toString());
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Campaigns");
    outreach.admin.put(RIGHTS, "{\"useCampaigns\":[\"sales\"]}");
    page.reload();
    outreach.admin.put(RIGHTS, "{\"useCampaigns\":[\"jira-software-users\"]}");
    assertThat(page.locator("#drumbeat-menu")).hasCount(0);
  }

  @Test
  void somebody_without_the_right_is_told_which_one() {
    Page page = browser.as(host, "bob");
    page.navigate(host.url() + "/plugins/servlet/drumbeat/accounts");

    assertThat(page.locator("body")).containsText("Administer");
    browser.screenshot(page, "accounts-without-right");
  }
}
