package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The app taken away, with what stays, and all of its data removed by an administrator. */
class UninstallIT {

  private static final String SETTINGS = "/plugins/servlet/drumbeat/settings";

  @RegisterExtension private static final BrowserFixture browser = new BrowserFixture();

  private final Outreach outreach = Outreach.ofItsOwn();

  @AfterEach
  void end() {
    outreach.host.close();
  }

  @Test
  void installed_again_it_finds_everything_and_goes_on() {
    switchSending(true);
    String campaign = outreach.draft(outreach.openLeads());
    int leads = outreach.launched(campaign).path("admission").path("admitted").asInt();
    JsonNode settings = outreach.admin.get(BASE + "settings").body();

    assertThat(outreach.admin.delete("/rest/host/1/plugins/dev.drumbeat.jira").status())
        .isEqualTo(204);
    assertThat(outreach.admin.get(BASE + "settings").status()).isEqualTo(404);
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
    new Generations(outreach.host).upgradeTo(RunningHost.jar());

    assertThat(outreach.admin.get(BASE + "settings").body()).isEqualTo(settings);
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");
    assertThat(outreach.admin.get(BASE + "sends?state=sent").body().path("total").asInt())
        .isEqualTo(leads);
  }

  @Test
  void all_data_are_removed_but_for_those_who_must_not_be_written_to() {
    outreach.draft(outreach.openLeads());
    outreach.admin.post(BASE + "suppressions", "{\"address\":\"nobody@example.org\"}");
    Page page = browser.as(outreach.host, "admin");
    page.navigate(outreach.host.url() + SETTINGS + "#removal");
    assertThat(page.locator("#removal code").first()).containsText("AO_");
    browser.screenshot(page, "settings-removal");

    page.locator("#drumbeat-removal-order").click();
    assertThat(page.locator("#removal .error")).containsText("Drumbeat");
    page.locator("#drumbeat-removal-confirm").fill("Drumbeat");
    page.locator("#drumbeat-removal-order").click();

    assertThat(page.locator("#removal [role=status]")).isFocused();
    browser.screenshot(page, "settings-removing");
    outreach.eventually(BASE + "removal", state -> !state.path("underWay").asBoolean());
    assertThat(rows("CAMPAIGN") + rows("SEQUENCE") + rows("STEP") + rows("MAIL_ACCOUNT")).isZero();
    assertThat(values(outreach.admin.get(BASE + "suppressions").body(), "address"))
        .containsExactly("nobody@example.org");
  }

  @Test
  void what_a_crash_has_cut_short_is_gone_on_with() {
    outreach.draft(outreach.openLeads());
    outreach.admin.delete("/rest/host/1/plugins/dev.drumbeat.jira");
    outreach
        .host
        .database()
        .jdbc()
        .update(
            "INSERT INTO HOST_SETTING (NAME, CONTENT) VALUES (?, ?)",
            "drumbeat.removal",
            "2027-04-05T09:00:00Z true JIRAUSER10000");

    new Generations(outreach.host).upgradeTo(RunningHost.jar());

    outreach.eventually(BASE + "removal", state -> !state.path("underWay").asBoolean());
    assertThat(rows("CAMPAIGN") + rows("SEQUENCE") + rows("MAIL_ACCOUNT")).isZero();
  }

  @Test
  void nothing_is_removed_while_mail_may_leave_or_by_somebody_else() {
    String order = "{\"confirm\":\"Drumbeat\"}";
    assertThat(outreach.lena.post(BASE + "removal", order).status()).isEqualTo(403);
    switchSending(true);

    Answer refused = outreach.admin.post(BASE + "removal", order);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.messages()).contains("Switch sending off");
    assertThat(rows("MAIL_ACCOUNT")).isOne();
  }

  private void switchSending(boolean on) {
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":" + on + "}");
  }

  private int rows(String entity) {
    String count = "SELECT COUNT(*) FROM \"" + Table.of(entity) + "\"";
    return outreach.host.database().jdbc().queryForObject(count, Integer.class);
  }
}
