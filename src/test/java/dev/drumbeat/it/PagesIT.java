package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.host.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page and the panel in a real browser. */
class PagesIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

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
  void somebody_without_the_right_is_told_which_one() {
    Page page = browser.as(host, "bob");
    page.navigate(host.url() + "/plugins/servlet/drumbeat/accounts");

    assertThat(page.locator("body")).containsText("Administer");
    browser.screenshot(page, "accounts-without-right");
  }
}
