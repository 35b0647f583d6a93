package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.drumbeat.host.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator connects a mail account on the page and tests it, stage by stage. */
class ConnectAccountIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private final Host host = RunningHost.get();
  private Page page;

  @BeforeEach
  void open_the_form() {
    host.lab().account("desk@drumbeat.example", "secret");
    page = browser.as(host, "admin");
    page.navigate(host.url() + "/plugins/servlet/drumbeat/accounts");
    page.locator("[data-action=connect]").first().click();
  }

  @Test
  void errors_stand_beside_their_fields_and_nothing_typed_is_lost() {
    page.locator("#drumbeat-name").fill("Front desk");
    page.locator("#drumbeat-from-address").fill("desk");
    page.locator("[data-role=save]").click();

    assertThat(fieldOf("#drumbeat-from-address")).containsText("domain");
    assertThat(fieldOf("#drumbeat-smtp-host").locator(".error")).isVisible();
    assertThat(page.locator("#drumbeat-name")).hasValue("Front desk");
    browser.screenshot(page, "account-with-errors");
  }

  @Test
  void a_connected_account_passes_its_test() {
    connect("Desk", "secret");

    test("Desk");

    assertThat(stage("login")).containsText("OK");
    assertThat(stage("receive")).containsText("OK");
    browser.screenshot(page, "account-test");
  }

  @Test
  void a_wrong_password_is_named_by_the_stage_that_met_it() {
    connect("Wrong", "guess");

    test("Wrong");

    assertThat(stage("login")).containsText("refused the log-in");
    browser.screenshot(page, "account-test-wrong-password");
  }

  private void connect(String name, String password) {
    page.locator("#drumbeat-name").fill(name);
    page.locator("#drumbeat-from-address").fill("desk@drumbeat.example");
    server("smtp", host.lab().smtpPort(), password);
    server("imap", host.lab().imapPort(), password);
    page.locator("[data-role=save]").click();
    assertThat(row(name)).isVisible();
  }

  private void server(String kind, int port, String password) {
    String id = "#drumbeat-" + kind;
    page.locator(id + "-host").fill("127.0.0.1");
    page.locator(id + "-security").selectOption("none");
    page.locator(id + "-port").fill(Integer.toString(port));
    page.locator(id + "-user").fill("desk@drumbeat.example");
    page.locator(id + "-password").fill(password);
  }

  /** Saving a new account may begin its test by itself; otherwise the row's button does. */
  private void test(String name) {
    if (!page.locator("#drumbeat-test-dialog").isVisible()) {
      row(name).locator("[data-action=test]").click();
    }
    assertThat(page.locator(".drumbeat-test-verdict"))
        .not()
        .isEmpty(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsEmptyOptions()
                .setTimeout(30_000));
  }

  private Locator row(String name) {
    return page.locator("tr[data-name='" + name + "']");
  }

  private Locator stage(String word) {
    return page.locator("[data-stage='" + word + "']");
  }

  private Locator fieldOf(String input) {
    return page.locator(".field-group")
        .filter(new Locator.FilterOptions().setHas(page.locator(input)));
  }
}
