package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.EMAIL_FIELD;
import static dev.drumbeat.it.Outreach.id;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest.Answer;
import dev.drumbeat.host.demo.App;
import dev.drumbeat.host.issue.HostIssue;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where people meet the app on an issue: the panel, its history, its dialogs and the menu. */
class IssuePanelIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String SALES = "sales@drumbeat.example";

  private static Outreach outreach;
  private static Host host;

  @BeforeAll
  static void a_host_that_sends() {
    outreach = Outreach.ofItsOwn();
    host = outreach.host;
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @AfterAll
  static void it_goes() {
    host.close();
  }

  @Test
  void an_issue_is_enrolled_from_its_panel_and_the_first_mail_leaves() {
    sequence("Spring greetings", "A question about ${issue.key}", "Do you have a minute?");
    Page page = issue("sam", "SALES-30");

    page.locator("[data-action=enroll]").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("spring gr");
    option(page, "Spring greetings").click();
    assertThat(preview(page)).containsText("A question about SALES-30");
    assertThat(preview(page)).containsText(SALES);
    assertThat(preview(page)).containsText("Within a minute");
    browser.screenshot(page, "issue-enroll-dialog");
    page.setViewportSize(800, 800);
    browser.screenshot(page, "issue-enroll-dialog-narrow");
    page.setViewportSize(1280, 800);
    page.locator("#drumbeat-enroll-dialog-submit").click();

    assertThat(panel(page)).containsText("Spring greetings");
    assertThat(panel(page)).containsText("Not started");
    assertThat(page.locator("[data-action=enroll]")).isFocused();
    String lead = run("SALES-30").path("email").asText();
    tick();
    Assertions.assertThat(subjects(lead)).containsExactly("A question about SALES-30");
  }

  @Test
  void an_answer_stands_in_the_panel_on_the_issue_and_in_the_history() throws Exception {
    long sequence = sequence("Answered", "A question", "Do you have a minute?");
    enroll(sequence, "SALES-31");
    tick();
    String lead = run("SALES-31").path("email").asText();
    arrives(lead, "Thursday works for me.\nSee you then!");

    Page page = issue("sam", "SALES-31");

    assertThat(panel(page)).containsText("Thursday works for me.");
    assertThat(panel(page)).containsText("Open");
    assertThat(page.locator("#issue_actions_container")).containsText("Thursday works for me.");
    page.locator("[data-action=history]").click();
    Locator history = page.locator(".drumbeat-history");
    assertThat(history.locator("li")).hasCount(4);
    assertThat(history.locator("li").nth(3)).containsText("Enrolled");
    assertThat(history.locator("li").nth(3)).containsText("Sam Seller");
    assertThat(history.locator("li").nth(2)).containsText("A question");
    assertThat(history.locator(".drumbeat-history-reply")).containsText("See you then!");
    browser.screenshot(page, "issue-panel-answered");
    narrow(page, "issue-panel-answered-narrow");
    page.setViewportSize(1280, 800);
    page.route(page.url(), EveryPageIT::darken);
    page.reload();
    page.locator("[data-action=history]").click();
    assertThat(page.locator(".drumbeat-history li")).hasCount(4);
    browser.screenshot(page, "issue-panel-answered-dark");
  }

  @Test
  void a_run_is_paused_resumed_and_stopped_from_the_panel() {
    enroll(sequence("Steered", "Hello", "Hello"), "SALES-32");
    Page page = issue("sam", "SALES-32");

    page.locator("[data-action=pause]").click();
    page.locator("#drumbeat-pause-dialog-until").fill("2001-01-01T09:00");
    page.locator("#drumbeat-pause-dialog-submit").click();
    assertThat(page.locator("#drumbeat-pause-dialog .error")).isVisible();
    browser.screenshot(page, "issue-pause-dialog");
    page.locator("#drumbeat-pause-dialog-until").fill("");
    page.locator("#drumbeat-pause-dialog-submit").click();
    assertThat(panel(page)).containsText("Paused by hand.");
    assertThat(page.locator("[data-action=resume]")).isFocused();

    page.locator("[data-action=resume]").click();
    assertThat(panel(page)).containsText("Not started");
    assertThat(page.locator("[data-action=pause]")).isFocused();

    page.locator("[data-action=stop]").click();
    assertThat(page.locator("#drumbeat-stop-dialog")).containsText("No further mail");
    browser.screenshot(page, "issue-stop-dialog");
    page.locator("#drumbeat-stop-dialog-submit").click();
    assertThat(panel(page)).containsText("Ended by hand");
    assertThat(page.locator("[data-action=stop]")).hasCount(0);
    Assertions.assertThat(run("SALES-32").path("reason").asText()).isEqualTo("manual");
  }

  @Test
  void until_is_a_moment_in_the_zone_of_the_reader() {
    enroll(sequence("Zoned", "Hello", "Hello"), "SALES-33");
    Page page = issue("sam", "SALES-33");

    page.locator("[data-action=pause]").click();
    page.locator("#drumbeat-pause-dialog-until").fill("2031-07-01T09:00");
    page.locator("#drumbeat-pause-dialog-submit").click();

    assertThat(panel(page)).containsText("Jul 1, 2031, 9:00");
    // Sam's clock is that of London, an hour ahead of UTC in summer.
    Assertions.assertThat(run("SALES-33").path("pausedUntil").asText())
        .startsWith("2031-07-01T08:00:00");
  }

  @Test
  void the_menu_more_opens_the_same_dialogs() {
    sequence("From the menu", "Hello", "Hello");
    Page page = issue("sam", "SALES-34");

    page.locator("#opsbar-operations_more").click();
    page.locator("#drumbeat-enroll-issue").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("from the menu");
    option(page, "From the menu").click();
    assertThat(preview(page)).containsText("Hello");
    page.locator("#drumbeat-enroll-dialog-submit").click();
    assertThat(panel(page)).containsText("From the menu");

    page.reload();
    page.locator("#opsbar-operations_more").click();
    page.locator("#drumbeat-stop-issue").click();
    assertThat(page.locator("#drumbeat-stop-dialog")).containsText("From the menu");
    page.locator("#drumbeat-stop-dialog-submit").click();
    assertThat(panel(page)).containsText("Ended by hand");
  }

  @Test
  void the_whole_dialog_is_done_by_keyboard_and_the_focus_returns() {
    sequence("Keyboard only", "Typed", "Hello");
    Page page = issue("sam", "SALES-35");
    page.locator("[data-action=enroll]").focus();

    page.keyboard().press("Enter");
    assertThat(page.locator("#drumbeat-enroll-dialog-target")).isFocused();
    page.keyboard().type("keyboard");
    assertThat(page.locator("[role=option]")).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(preview(page)).containsText("Typed");
    for (int i = 0; i < 10 && !focusedIs(page, "drumbeat-enroll-dialog-submit"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");

    assertThat(panel(page)).containsText("Keyboard only");
    assertThat(page.locator("[data-action=enroll]")).isFocused();
  }

  @Test
  void escape_closes_the_list_first_then_the_dialog_and_nothing_was_done() {
    sequence("Escaped", "Hello", "Hello");
    Page page = issue("sam", "SALES-36");
    page.locator("[data-action=enroll]").click();
    assertThat(page.locator("#drumbeat-enroll-dialog-choices")).isVisible();
    browser.screenshot(page, "issue-enroll-choices");

    page.keyboard().press("Escape");
    assertThat(page.locator("#drumbeat-enroll-dialog-choices")).isHidden();
    assertThat(page.locator("#drumbeat-enroll-dialog")).isVisible();
    page.keyboard().press("Escape");

    assertThat(page.locator("#drumbeat-enroll-dialog")).isHidden();
    assertThat(page.locator("[data-action=enroll]")).isFocused();
    assertThat(panel(page)).containsText("No lead");
  }

  @Test
  void without_a_choice_the_error_stands_beside_the_field() {
    Page page = issue("sam", "SALES-37");
    page.locator("[data-action=enroll]").click();

    page.locator("#drumbeat-enroll-dialog-submit").click();

    assertThat(page.locator(".field-group:has(#drumbeat-enroll-dialog-target) .error"))
        .containsText("Choose");
    assertThat(page.locator("#drumbeat-enroll-dialog-target")).isFocused();
  }

  @Test
  void what_takes_nobody_is_listed_with_the_reason_and_cannot_be_chosen() {
    outreach.sam.post(
        BASE + "campaigns", outreach.campaign("null").replace("Spring", "A mere draft"));
    Page page = issue("sam", "SALES-38");

    page.locator("[data-action=enroll]").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("mere draft");

    assertThat(option(page, "A mere draft")).containsText("Not launched yet.");
    assertThat(option(page, "A mere draft")).hasAttribute("aria-disabled", "true");
    option(page, "A mere draft").dispatchEvent("mousedown");
    assertThat(preview(page)).isEmpty();
  }

  @Test
  void values_that_a_template_needs_are_asked_for() {
    sequence("With values", "In ${vars.city}", "Hello");
    Page page = issue("sam", "SALES-39");
    page.locator("[data-action=enroll]").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("with values");
    option(page, "With values").click();

    page.locator("#drumbeat-enroll-dialog-variable-city").fill("Ulm <b>");

    assertThat(preview(page)).containsText("In Ulm <b>");
    browser.screenshot(page, "issue-enroll-values");
    page.locator("#drumbeat-enroll-dialog-submit").click();
    assertThat(panel(page)).containsText("With values");
    Assertions.assertThat(run("SALES-39").path("variables").path("city").asText())
        .isEqualTo("Ulm <b>");
  }

  @Test
  void of_several_people_on_an_issue_those_are_enrolled_who_are_ticked() {
    HostIssue issue = host.tracker().issues().getIssueByCurrentKey("SALES-40");
    host.tracker().watchers().start(host.users().getUserByName("sam"), issue);
    host.tracker().watchers().start(host.users().getUserByName("lena"), issue);
    host.tracker().watchers().start(host.users().getUserByName("bob"), issue);
    sequence("Watched", "Hello", "Hello");
    Page page = issue("sam", "SALES-40");
    page.locator("[data-action=enroll]").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("watched");
    option(page, "Watched").click();
    page.locator("#drumbeat-enroll-dialog-field").selectOption("watchers");

    page.locator("#drumbeat-enroll-dialog label", text("Bob Builder")).click();
    browser.screenshot(page, "issue-enroll-several");
    page.locator("#drumbeat-enroll-dialog-submit").click();

    assertThat(panel(page).locator(".drumbeat-lead")).hasCount(2);
    assertThat(panel(page)).containsText("lena@example.com");
    assertThat(panel(page)).not().containsText("bob@example.com");
    browser.screenshot(page, "issue-panel-several");
  }

  @Test
  void who_may_not_launch_sees_the_run_and_which_right_is_lacking() {
    Page before = issue("bob", "RENEWALS-2");
    assertThat(panel(before)).hasCount(0);
    assertThat(before.locator("#drumbeat-enroll-issue")).hasCount(0);
    long sequence = sequence("Seen by others", "Hello", "Hello");
    enrollAddress(sequence, "RENEWALS-2");

    Page page = issue("bob", "RENEWALS-2");

    assertThat(panel(page)).containsText("Seen by others");
    assertThat(panel(page).locator("a[href*=campaigns]")).hasCount(0);
    assertThat(panel(page)).containsText("Sam Seller can pause or stop it.");
    assertThat(panel(page)).containsText("Launch campaigns");
    assertThat(panel(page).locator("button", within("Enroll"))).isDisabled();
    assertThat(page.locator("[data-action=pause], [data-action=stop]")).hasCount(0);
    assertThat(page.locator("#drumbeat-stop-issue")).hasCount(0);
    page.locator("[data-action=history]").click();
    assertThat(page.locator(".drumbeat-history")).containsText("Enrolled");
    browser.screenshot(page, "issue-panel-without-right");
  }

  @Test
  void whoever_enrolled_into_the_sequence_of_a_colleague_steers_the_run_on_the_issue() {
    long sequence = sequence("Of a colleague", "Hello", "Hello");
    String path = BASE + "sequences/" + sequence + "/enroll";
    id(outreach.lena.post(path, body("SALES-41")));

    Page page = issue("lena", "SALES-41");
    page.locator("[data-action=stop]").click();
    page.locator("#drumbeat-stop-dialog-submit").click();

    assertThat(panel(page)).containsText("Ended by hand");
  }

  @Test
  void what_a_lead_wrote_is_kept_from_those_who_would_not_read_the_comment() throws Exception {
    long sequence = sequence("Confidential", "A question", "Do you have a minute?");
    enroll(sequence, "SALES-43");
    tick();
    arrives(run("SALES-43").path("email").asText(), "Our budget is a secret.");
    assertThat(panel(issue("lena", "SALES-43"))).containsText("Our budget is a secret.");

    outreach.admin.put(BASE + "settings", "{\"replyComments\":{\"group\":\"sales-leads\"}}");
    Page page = issue("lena", "SALES-43");
    page.locator("[data-action=history]").click();

    assertThat(page.locator(".drumbeat-history-reply")).containsText("Only those who may change");
    assertThat(panel(page)).containsText("Answer");
    assertThat(panel(page)).not().containsText("budget");
    assertThat(panel(issue("sam", "SALES-43"))).containsText("Our budget is a secret.");
    outreach.admin.put(BASE + "settings", "{\"replyComments\":{}}");
  }

  @Test
  void hostile_names_are_text_everywhere() throws Exception {
    String name = "<script>alert(1)</script> \u202eevil\u202c \ud83d\ude80 " + "long".repeat(12);
    String subject = "<img src=x onerror=alert(2)> \u202eevil " + "very long ".repeat(30);
    long sequence = sequence(name, subject, "<b>Hello</b>");
    Page page = issue("sam", "SALES-42");
    page.locator("[data-action=enroll]").click();
    page.locator("#drumbeat-enroll-dialog-target").fill("alert(1)");
    option(page, "alert(1)").click();
    assertThat(preview(page)).containsText("<img src=x onerror=alert(2)>");
    browser.screenshot(page, "issue-enroll-hostile");
    page.locator("#drumbeat-enroll-dialog-submit").click();
    assertThat(panel(page)).containsText("<script>alert(1)</script>");

    tick();
    arrives(run("SALES-42").path("email").asText(), "<script>alert(3)</script> \u202ebad");
    page.reload();
    page.locator("[data-action=history]").click();

    assertThat(page.locator(".drumbeat-history")).containsText("<script>alert(3)</script>");
    assertThat(panel(page).locator("script, img")).hasCount(0);
    Assertions.assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isTrue();
    browser.screenshot(page, "issue-panel-hostile");
    narrow(page, "issue-panel-hostile-narrow");
    Assertions.assertThat(sequence).isPositive();
  }

  private static void narrow(Page page, String name) {
    page.setViewportSize(800, 800);
    panel(page).scrollIntoViewIfNeeded();
    browser.screenshot(page, name);
    Assertions.assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isTrue();
  }

  private static Page issue(String user, String key) {
    Page page = browser.as(host, user);
    page.navigate(host.url() + "/browse/" + key);
    return page;
  }

  private static Locator panel(Page page) {
    return page.locator(".drumbeat-panel");
  }

  private static Locator preview(Page page) {
    return page.locator(".drumbeat-enroll-preview");
  }

  private static Locator option(Page page, String name) {
    return page.locator("[role=option]", text(name));
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.LocatorOptions within(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static boolean focusedIs(Page page, String id) {
    return id.equals(page.evaluate("document.activeElement.id"));
  }

  /** A sequence of sam's with two mails that sends by itself. */
  private static long sequence(String name, String subject, String text) {
    ObjectNode steps = App.object();
    steps.put("name", name).put("sendingConfigId", outreach.account);
    steps
        .putArray("steps")
        .addObject()
        .put("subject", subject)
        .put("text", text)
        .put("delayValue", 0)
        .put("delayUnit", "minutes");
    steps
        .withArray("steps")
        .addObject()
        .put("text", "Did it reach you?")
        .put("delayValue", 3)
        .put("delayUnit", "days");
    return id(outreach.sam.post(BASE + "sequences", steps.toString()));
  }

  private static void enroll(long sequence, String issueKey) {
    id(outreach.sam.post(BASE + "sequences/" + sequence + "/enroll", body(issueKey)));
  }

  /** A renewal has no address of a lead, so the one of its reporter is taken. */
  private static void enrollAddress(long sequence, String issueKey) {
    id(
        outreach.sam.post(
            BASE + "sequences/" + sequence + "/enroll", "{\"issueKey\":\"" + issueKey + "\"}"));
  }

  private static String body(String issueKey) {
    return "{\"issueKey\":\"%s\",\"addressField\":\"%s\"}".formatted(issueKey, EMAIL_FIELD);
  }

  private static JsonNode run(String issueKey) {
    JsonNode found = outreach.admin.get(BASE + "enrollments?issueKey=" + issueKey).body();
    return found.path("values").path(0);
  }

  private static void tick() {
    job("drumbeat.sending");
  }

  private static void arrives(String lead, String words) throws Exception {
    MimeMessage first = host.lab().messages(lead).get(0);
    host.lab()
        .deliver(
            SALES,
            aMail()
                .from(lead)
                .with("Message-ID", "<answer-of-" + lead + ">")
                .with("In-Reply-To", first.getMessageID())
                .saying(words)
                .bytes());
    job("drumbeat.mailboxes");
  }

  private static void job(String job) {
    Answer run = outreach.admin.post("/rest/host/1/jobs/" + job + "/run", "");
    Assertions.assertThat(run.body().path("outcome").asText()).isEqualTo("SUCCESS");
  }

  private static List<String> subjects(String lead) {
    return host.lab().messages(lead).stream().map(IssuePanelIT::subject).toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
