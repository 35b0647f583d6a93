package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Outreach.BASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.demo.Patience;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty installation to the first mail, on the pages of status and settings. */
class AdministrationPagesIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private Host host;
  private Rest admin;
  private Page page;

  @BeforeEach
  void install() {
    host = RunningHost.start(HostOptions.forTests(RunningHost.home()));
    admin = Rest.as(host, "admin");
    page = browser.as(host, "admin");
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void the_set_up_list_leads_to_the_first_mail() {
    open("/status");
    assertThat(page.locator(".drumbeat-setup [data-done=true]")).hasCount(0);
    assertThat(page.locator("#drumbeat-status-sentence")).hasText("Sending is switched off.");
    screenshots("status-set-up");

    step("account").locator("a").click();
    assertThat(page.locator("#drumbeat-account-dialog")).isVisible();
    connectAccount("wrong");
    assertThat(page.locator(".drumbeat-test-verdict")).containsText("not");
    assertThat(page.locator("[data-stage=login]")).containsText("refused the log-in");
    page.locator("#drumbeat-test-dialog [data-action=close]").click();
    page.locator("tr[data-name=Desk] [data-action=edit]").click();
    page.locator("#drumbeat-smtp-password").fill("secret");
    page.locator("#drumbeat-imap-password").fill("secret");
    page.locator("#drumbeat-account-dialog [data-role=save]").click();
    page.locator("tr[data-name=Desk] [data-action=test]").click();
    assertThat(page.locator("[data-stage=receive]")).containsText("OK");
    screenshots("account-tested");
    open("/accounts");
    assertThat(page.locator("tr[data-name=Desk]")).containsText("Sent today");

    open("/status");
    assertThat(step("test")).hasAttribute("data-done", "true");
    step("rights").locator("a").click();
    page.locator("#drumbeat-launch").fill("sales");
    page.locator("#drumbeat-rights-save").click();
    assertThat(page.locator(".aui-flag")).containsText("saved");
    Rest sam = Rest.as(host, "sam");
    long account = admin.get(BASE + "mail-accounts").body().at("/values/0/id").asLong();
    String path = launchAsSam(sam, account);

    open("/status");
    assertThat(step("sequence")).hasAttribute("data-done", "true");
    assertThat(step("launch")).hasAttribute("data-done", "true");
    turn("start");
    assertThat(page.locator("#drumbeat-turn[data-action=stop]")).isFocused();
    admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
    page.reload();
    assertThat(page.locator(".drumbeat-setup")).hasCount(0);
    screenshots("status");

    turn("stop");
    assertThat(page.locator("#drumbeat-status-sentence")).hasText("Sending is switched off.");
    assertEquals(false, admin.get(BASE + "settings").body().path("sendingEnabled").asBoolean(true));
    assertEquals(200, sam.get(path).status());
  }

  @Test
  void the_page_of_status_stays_readable_with_many_accounts_and_tells_what_is_wrong() {
    host.lab().account("desk@drumbeat.example", "secret");
    for (int i = 1; i <= 30; i++) {
      String account = account("Desk of a team with quite a long name, number " + i, i);
      assertEquals(201, admin.post(BASE + "mail-accounts", account).status());
    }
    admin.post("/rest/host/1/jobs/drumbeat.mail.health/run", "");
    admin.post("/rest/host/1/jobs/drumbeat.mailboxes/run", "");

    open("/status");
    assertThat(page.locator("#health")).hasAttribute("data-state", "warning");
    assertThat(page.locator("[data-check=accounts]")).containsText("10 of 30");
    assertThat(page.locator("[data-check=mailboxes]")).containsText("10 of 30");
    assertThat(page.locator("[data-job='drumbeat.mailboxes']")).containsText("Succeeded");
    page.locator("#drumbeat-checks-others summary").click();
    assertThat(page.locator("[data-check=key]")).isVisible();
    screenshots("status-many");
    page.route(page.url(), EveryPageIT::darken);
    page.reload();
    page.locator("#drumbeat-checks-others summary").click();
    screenshots("status-many-dark");
  }

  private String account(String name, int number) {
    String password = number % 3 == 0 ? "wrong" : "secret";
    return """
        {"name":"%1$s","fromAddress":"desk@drumbeat.example",
         "smtp":{"host":"127.0.0.1","port":%2$d,"security":"none","user":"desk@drumbeat.example",
                 "password":"%4$s"},
         "imap":{"host":"127.0.0.1","port":%3$d,"security":"none","user":"desk@drumbeat.example",
                 "password":"%4$s"}}"""
        .formatted(name, host.lab().smtpPort(), host.lab().imapPort(), password);
  }

  @Test
  void the_support_bundle_is_looked_at_before_it_is_saved() throws IOException {
    open("/status");
    page.locator("#drumbeat-support-look").click();
    assertThat(page.locator("#drumbeat-support-said")).hasText("The bundle is ready.");
    assertThat(page.locator("#drumbeat-support-content")).containsText("\"installation\"");
    screenshots("support");
    String shown = page.locator("#drumbeat-support-content").textContent();

    Download download =
        page.waitForDownload(
            () -> page.locator("#drumbeat-support-dialog [data-action=save]").click());

    assertTrue(download.suggestedFilename().matches("drumbeat-support-\\d{8}T\\d{4}Z\\.json"));
    assertEquals(shown, Files.readString(download.path()));
    page.locator("#drumbeat-support-dialog [data-action=close]").click();
    assertThat(page.locator("#drumbeat-support-look")).isFocused();
  }

  @Test
  void errors_of_settings_stand_beside_their_fields() {
    open("/settings");
    page.locator("#drumbeat-use").fill("sales\n<b>nobody</b>");
    page.locator("#drumbeat-rights-save").click();
    assertThat(page.locator("#drumbeat-use-error")).containsText("<b>nobody</b>");
    assertThat(page.locator("#drumbeat-use")).isFocused();
    page.locator("#drumbeat-use").fill("sales");
    page.locator("#drumbeat-rights-save").click();
    assertThat(page.locator("#drumbeat-use-error")).hasCount(0);

    page.locator("#drumbeat-most").fill("");
    page.locator("#drumbeat-settings-save").click();
    assertThat(page.locator("#drumbeat-most-error")).isVisible();
    page.locator("#drumbeat-most").fill("0");
    page.locator("#drumbeat-default-zone").fill("Mars/Base");
    page.locator("#drumbeat-holidays").fill("2030-12-25\nsoon");
    page.locator("#drumbeat-comments-group").fill("nope");
    page.locator("#drumbeat-comments-role").fill("4711");
    page.locator("#drumbeat-settings-save").click();
    assertThat(page.locator("#drumbeat-most-error")).containsText("1 and 100000");
    assertThat(page.locator("#drumbeat-default-zone-error")).containsText("Mars/Base");
    assertThat(page.locator("#drumbeat-holidays-error")).containsText("soon");
    assertThat(page.locator("#drumbeat-comments-group-error")).containsText("nope");
    assertThat(page.locator("#drumbeat-comments-role-error")).containsText("4711");
    assertThat(page.locator("#drumbeat-holidays")).hasValue("2030-12-25\nsoon");
    screenshots("settings-errors");

    page.locator("#drumbeat-most").fill("1000");
    page.locator("#drumbeat-default-zone").fill("Europe/Berlin");
    page.locator("#drumbeat-holidays").fill("2030-12-25");
    page.locator("#drumbeat-comments-group").fill("");
    page.locator("#drumbeat-comments-role").fill("");
    page.locator("#drumbeat-settings-save").click();
    assertThat(page.locator("#drumbeat-settings-form .error")).hasCount(0);
    page.reload();
    assertThat(page.locator("#drumbeat-most")).hasValue("1000");
    assertThat(page.locator("#drumbeat-default-zone")).hasValue("Europe/Berlin");
  }

  @Test
  void what_somebody_else_saved_is_not_overwritten() {
    open("/settings");
    admin.put(BASE + "settings", "{\"confirmAbove\":40}");
    page.locator("#drumbeat-most").fill("77");
    page.locator("#drumbeat-settings-save").click();

    assertThat(page.locator("#limits .drumbeat-form-message")).containsText("Somebody else");
    assertThat(page.locator("#drumbeat-most")).hasValue("77");
    page.locator("#limits .drumbeat-form-message button").click();
    assertThat(page.locator("#drumbeat-confirm")).hasValue("40");
  }

  @Test
  void rights_of_a_group_take_effect_and_who_lacks_one_is_told_which() {
    Page sams = browser.as(host, "sam");
    sams.navigate(url("/status"));
    assertThat(sams.locator("body")).containsText("Use campaigns");

    open("/settings");
    page.locator("#drumbeat-use").fill("sales");
    page.locator("#drumbeat-rights-save").click();
    assertThat(page.locator(".aui-flag")).containsText("saved");

    sams.reload();
    assertThat(sams.locator("#drumbeat-status-sentence")).isVisible();
    assertThat(sams.locator("table, .drumbeat-setup, #drumbeat-turn")).hasCount(0);
    assertThat(sams.locator("#sending")).containsText("Administrators");
    sams.navigate(url("/settings"));
    assertThat(sams.locator("body")).containsText("Administer Jira");
  }

  private void connectAccount(String password) {
    host.lab().account("desk@drumbeat.example", "secret");
    page.locator("#drumbeat-name").fill("Desk");
    page.locator("#drumbeat-from-address").fill("desk@drumbeat.example");
    server("smtp", host.lab().smtpPort(), password);
    server("imap", host.lab().imapPort(), password);
    page.locator("#drumbeat-account-dialog [data-role=save]").click();
  }

  private void server(String kind, int port, String password) {
    String id = "#drumbeat-" + kind;
    page.locator(id + "-host").fill("127.0.0.1");
    page.locator(id + "-security").selectOption("none");
    page.locator(id + "-port").fill(Integer.toString(port));
    page.locator(id + "-user").fill("desk@drumbeat.example");
    page.locator(id + "-password").fill(password);
  }

  private String launchAsSam(Rest sam, long account) {
    String body =
        """
        {"name":"First","subject":"Hello","text":"One","kind":"broadcast",
         "audience":{"jql":"key = SALES-1","addressField":"%s"},"mailAccountIds":[%d]}"""
            .formatted(Outreach.EMAIL_FIELD, account);
    String path = BASE + "campaigns/" + Outreach.id(sam.post(BASE + "campaigns", body));
    assertEquals(202, sam.post(path + "/launch", "").status());
    Patience.until(() -> sam.get(path).body().at("/admission/stage").asText().equals("closed"));
    return path;
  }

  private void turn(String action) {
    page.locator("#drumbeat-turn[data-action=" + action + "]").click();
    page.locator("#drumbeat-turn-dialog [data-action=confirm]").click();
    assertThat(page.locator("#drumbeat-turn-dialog")).isHidden();
    assertThat(page.locator("#drumbeat-turn[data-action=" + action + "]")).hasCount(0);
  }

  private Locator step(String word) {
    return page.locator("[data-step=" + word + "]");
  }

  private void open(String address) {
    page.navigate(url(address));
  }

  private String url(String address) {
    return host.url() + "/plugins/servlet/drumbeat" + address;
  }

  private void screenshots(String name) {
    for (int width : new int[] {800, 1280}) {
      page.setViewportSize(width, 800);
      browser.screenshot(page, name + "-" + width);
      assertEquals(
          width, page.evaluate("document.documentElement.scrollWidth"), "at " + width + " px");
    }
  }
}
