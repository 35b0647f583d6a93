package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
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

    test();

    assertThat(stage("login")).containsText("OK");
    assertThat(stage("receive")).containsText("OK");
    browser.screenshot(page, "account-test");
  }

  @Test
  void a_wrong_password_is_named_by_the_stage_that_met_it() {
    connect("Wrong", "guess");

    test();

    assertThat(stage("login")).containsText("refused the log-in");
    browser.screenshot(page, "account-test-wrong-password");
  }

  @Test
  void a_mistyped_number_is_an_error_beside_its_field() {
    page.locator("#drumbeat-per-day").pressSequentially("1-5e");
    page.locator("[data-role=save]").click();

    assertThat(fieldOf("#drumbeat-per-day").locator(".error")).containsText("whole number");
    assertThat(page.locator("#drumbeat-per-day")).isFocused();
  }

  @Test
  void another_server_wants_the_password_again() {
    connected("Elsewhere");
    edit("Elsewhere");
    page.locator("#drumbeat-smtp-host").fill("localhost");
    page.locator("[data-role=save]").click();

    assertThat(fieldOf("#drumbeat-smtp-password").locator(".error")).containsText("again");
    assertThat(fieldOf("#drumbeat-imap-password").locator(".error")).hasCount(0);
    browser.screenshot(page, "account-password-again");
  }

  @Test
  void only_what_somebody_else_changed_can_be_shown_instead_of_what_was_typed() {
    connected("Contested");
    edit("Contested");
    page.route("**/mail-accounts/*", ConnectAccountIT::refuse);
    page.locator("[data-role=save]").click();

    assertThat(formMessage()).containsText("The key file is missing");
    assertThat(formMessage().locator("button")).hasCount(0);

    page.unroute("**/mail-accounts/*");
    Rest.as(host, "admin").post("/rest/drumbeat/1/mail-accounts/" + id("Contested") + "/pause", "");
    page.locator("[data-role=save]").click();

    assertThat(formMessage().locator("button")).isVisible();
  }

  private static void refuse(Route route) {
    if (route.request().method().equals("PUT")) {
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(409)
              .setBody("{\"errorMessages\":[\"The key file is missing\"],\"errors\":{}}"));
    } else {
      route.resume();
    }
  }

  @Test
  void a_list_that_cannot_be_drawn_any_more_leads_to_the_log_in() {
    page.evaluate("window.isOfBefore = true");
    page.route(
        "**/plugins/servlet/drumbeat/accounts",
        route -> {
          if (route.request().resourceType().equals("fetch")) {
            route.fulfill(new Route.FulfillOptions().setBody("<html>Confirm your password</html>"));
          } else {
            route.resume();
          }
        });

    connect("Late", "secret");

    assertThat(row("Late")).isVisible();
    assertEquals(true, page.evaluate("!window.isOfBefore"));
  }

  @Test
  void the_focus_stays_where_the_reader_is() {
    connected("Focused");
    assertThat(page.locator(".drumbeat-accounts [data-action=connect]")).isFocused();

    edit("Focused");
    page.locator("[data-role=save]").click();
    assertThat(page.locator("#drumbeat-account-dialog")).isHidden();
    assertThat(row("Focused").locator("[data-action=edit]")).isFocused();

    row("Focused").locator("[data-action=pause]").click();
    assertThat(row("Focused").locator("[data-action=resume]")).isFocused();

    row("Focused").locator("[data-action=delete]").click();
    assertThat(page.locator("#drumbeat-delete-dialog [data-action=close]")).isFocused();
    page.locator("#drumbeat-delete-dialog [data-action=close]").click();
    assertThat(row("Focused").locator("[data-action=delete]")).isFocused();

    row("Focused").locator("[data-action=delete]").click();
    page.locator("[data-action=confirm-delete]").click();
    assertThat(page.locator(".drumbeat-accounts [data-action=connect]")).isFocused();
  }

  @Test
  void nothing_is_cut_off_on_a_narrow_screen_or_by_a_long_name() {
    connected("m".repeat(100));
    page.reload();

    for (int width : new int[] {1280, 800}) {
      page.setViewportSize(width, 800);
      browser.screenshot(page, "accounts-" + width);
      assertEquals(
          width, page.evaluate("document.documentElement.scrollWidth"), "at " + width + " px");
      assertEquals(
          true,
          page.evaluate(
              "[...document.querySelectorAll('#drumbeat-accounts-list button')]"
                  + ".every(b => b.getBoundingClientRect().right <="
                  + " b.closest('#drumbeat-accounts-list').getBoundingClientRect().right)"));
    }
  }

  private void edit(String name) {
    row(name).locator("[data-action=edit]").click();
    assertThat(page.locator("#drumbeat-name")).hasValue(name);
  }

  private String id(String name) {
    return row(name).getAttribute("data-id");
  }

  private Locator formMessage() {
    return page.locator(".drumbeat-form-message");
  }

  private void connect(String name, String password) {
    page.locator("#drumbeat-name").fill(name);
    page.locator("#drumbeat-from-address").fill("desk@drumbeat.example");
    server("smtp", host.lab().smtpPort(), password);
    server("imap", host.lab().imapPort(), password);
    page.locator("[data-role=save]").click();
  }

  /** Saving a new account begins its test by itself; it is closed without waiting for its end. */
  private void connected(String name) {
    connect(name, "secret");
    assertThat(page.locator("#drumbeat-test-dialog")).isVisible();
    page.locator("#drumbeat-test-dialog [data-action=close]").click();
    assertThat(page.locator("#drumbeat-test-dialog")).isHidden();
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

  private void test() {
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
