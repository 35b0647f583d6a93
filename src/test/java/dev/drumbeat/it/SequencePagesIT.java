package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of sequences, in a real browser on the running host. */
class SequencePagesIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String SEQUENCES = Outreach.BASE + "sequences";
  private static Outreach outreach;

  @BeforeAll
  static void open() {
    outreach = Outreach.ofItsOwn();
    outreach.admin.put(Outreach.BASE + "settings", "{\"sendingEnabled\":true}");
  }

  @Test
  void three_mails_are_written_from_nothing_seen_as_a_real_lead_gets_them_and_stored()
      throws MessagingException {
    String name = unique("Spring");
    Page page = opened("sam", "sequences/new?issue=SALES-1");

    page.locator("#drumbeat-name").fill(name);
    add(page);
    step(page, 1).locator("[data-name=subject]").fill("For ${issue.company}");
    step(page, 1).locator("[data-name=body]").fill("Hello ");
    step(page, 1).locator("[data-name=value]").selectOption("issue.firstName");
    step(page, 1).locator("[data-name=fallback]").fill("there");
    step(page, 1).getByText("Insert", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(step(page, 1).locator("[data-name=body]"))
        .hasValue("Hello ${issue.firstName|'there'}");
    assertThat(mail(page).locator("p")).hasText("Hello Amelie");
    assertThat(page.locator("[data-part=to]")).hasText("amelie.hartmann@example.com");
    add(page);
    step(page, 2).locator("[data-name=body]").fill("Did it arrive?\n\nSee https://example.com/a");
    assertThat(page.locator("[data-part=subject]")).hasText("Re: For Hartmann Optik");
    assertThat(mail(page).locator("a")).hasAttribute("href", "https://example.com/a");
    add(page);
    step(page, 3).locator("[data-name=subject]").fill("Last");
    step(page, 3).locator("[data-name=body]").fill("Good bye");
    step(page, 3).locator("[data-name=delayValue]").fill("4");
    assertThat(step(page, 3).locator(".drumbeat-step-due")).hasText("Day 8, Monday 10:00 AM");
    browser.screenshot(page, "sequence-written");
    page.locator("[data-action=test]").click();
    assertThat(page.locator(".drumbeat-preview-tested")).containsText("sam@example.com");
    save(page);

    assertThat(page).hasURL(Pattern.compile(".*/sequences/\\d+\\?.*issue=SALES-1.*"));
    assertThat(page.locator(".drumbeat-step")).hasCount(3);
    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    JsonNode stored = outreach.sam.get(SEQUENCES + "?name=" + name).body().path("values").path(0);
    Assertions.assertThat(stored.path("stepCount").asInt()).isEqualTo(3);
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : outreach.host.lab().messages("sam@example.com")) {
      subjects.add(message.getSubject());
    }
    Assertions.assertThat(subjects).contains("Re: For Hartmann Optik");
  }

  @Test
  void a_step_is_moved_removed_and_brought_back_by_keyboard() {
    long id = stored("Keyboard");
    Page page = opened("sam", "sequences/" + id);

    step(page, 2).locator("[data-action=up]").focus();
    page.keyboard().press("Enter");
    assertThat(step(page, 1).locator(".drumbeat-step-title")).hasText("Second");
    assertThat(step(page, 1).locator("[data-action=up]")).isFocused();
    assertThat(page.locator("#drumbeat-steps-said")).hasText("Now step 1 of 3.");
    step(page, 1).locator("[data-action=remove]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".drumbeat-step")).hasCount(2);
    assertThat(page.getByText("Undo")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".drumbeat-step")).hasCount(3);
    step(page, 1).locator("[data-action=open]").focus();
    page.keyboard().press("Alt+ArrowDown");
    page.keyboard().press("Alt+ArrowDown");
    assertThat(step(page, 3).locator("[data-action=open]")).isFocused();
    assertThat(page.locator("#drumbeat-steps-said")).hasText("Now step 3 of 3.");
    step(page, 2).locator(".drumbeat-step-handle").dragTo(step(page, 1).locator("h3"));
    assertThat(step(page, 1).locator(".drumbeat-step-title")).hasText("Third");
    page.locator("[data-action=save]").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    Assertions.assertThat(subjects(id)).containsExactly("Third", "First", "Second");
  }

  @Test
  void a_step_gets_a_day_and_a_time_of_its_own_and_the_card_says_what_counts() {
    long id = stored("Days");
    Page page = opened("sam", "sequences/" + id);
    Locator second = step(page, 2);
    assertThat(second.locator(".drumbeat-step-due")).hasText("Day 2, Tuesday 10:00 AM");
    second.locator("[data-action=open]").click();
    assertThat(second.locator(".drumbeat-step-rule")).containsText("1 day after the step before.");
    assertThat(second.locator(".drumbeat-step-rule")).containsText("Weekends count");

    second.locator("[data-name=anchor]").selectOption("enrollment");
    second.locator("[data-name=delayValue]").fill("0");
    second.locator("[data-name=at]").fill("09:30");
    save(page);
    assertThat(second.locator("[data-name=delayValue]")).isFocused();
    assertThat(second.locator(".error")).containsText("366");
    second.locator("[data-name=delayValue]").fill("5");
    assertThat(second.locator(".drumbeat-step-due")).hasText("Day 5, Friday 9:30 AM");
    assertThat(second.locator(".drumbeat-step-rule")).containsText("On day 5 at 9:30 AM");
    Locator third = step(page, 3);
    third.locator("[data-action=open]").click();
    third.locator("[data-name=anchor]").selectOption("date");
    third.locator("[data-name=delayValue]").fill("90");
    third.locator("[data-name=dateField]").selectOption("dueDate");
    third.locator("[data-name=late]").selectOption("exit");
    assertThat(third.locator(".drumbeat-step-due")).hasText("By the date of each lead");
    assertThat(third.locator(".drumbeat-step-rule"))
        .containsText("90 days before Due date at 9:00 AM");
    browser.screenshot(page, "sequence-day");
    save(page);

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    JsonNode stored = outreach.sam.get(SEQUENCES + "/" + id).body().path("steps").path(1);
    JsonNode byDate = outreach.sam.get(SEQUENCES + "/" + id).body().path("steps").path(2);
    Assertions.assertThat(byDate.path("late").asText()).isEqualTo("exit");
    Assertions.assertThat(stored.path("anchor").asText()).isEqualTo("enrollment");
    Assertions.assertThat(stored.path("delayValue").asInt()).isEqualTo(5);
    Assertions.assertThat(stored.path("at").asText()).isEqualTo("09:30");
  }

  @Test
  void variants_are_written_seen_and_switched_off_one_by_one() {
    long id = stored("Variants");
    Page page = opened("sam", "sequences/" + id + "?issue=SALES-1");
    Locator first = step(page, 1);
    Locator tabs = first.locator("[role=tab]");
    Locator body = first.locator("[data-name=body]");

    first.locator("[data-action=add-variant]").click();
    assertThat(first.locator("[data-name=subject]")).isFocused();
    first.locator("[data-name=subject]").fill("Other");
    first.locator("[data-name=weight]").fill("3");
    assertThat(tabs).hasText(new String[] {"A \u2013 25 %", "B \u2013 75 %"});
    assertThat(page.locator("[data-part=subject]")).hasText("Other");
    body.fill("${lead.nam}");
    tabs.nth(1).focus();
    page.keyboard().press("ArrowLeft");
    assertThat(tabs.first()).isFocused();
    assertThat(first.locator("[data-name=subject]")).hasValue("First");
    assertThat(page.locator("[data-part=subject]")).hasText("First");
    save(page);
    assertThat(tabs.nth(1)).hasAttribute("aria-selected", "true");
    assertThat(body).isFocused();
    body.fill("Two");
    first.locator("[data-action=disable-variant]").click();
    assertThat(tabs.nth(1)).hasText("B \u2013 disabled");
    browser.screenshot(page, "sequence-variants");
    save(page);

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    JsonNode variants = steps(id).path(0).path("variants");
    Assertions.assertThat(variants.findValuesAsText("subject")).containsExactly("First", "Other");
    Assertions.assertThat(variants.findValuesAsText("weight")).containsExactly("1", "0");
    Assertions.assertThat(variants.findValuesAsText("text")).containsExactly("One", "Two");
  }

  @Test
  void a_task_and_the_ways_of_a_run_are_written_and_follow_the_steps_that_they_lead_to() {
    long id = stored("Ways");
    Page page = opened("sam", "sequences/" + id);
    Locator first = step(page, 1);

    page.getByText("Add task").click();
    step(page, 4).locator("[data-name=summary]").fill("Call ${lead.firstName|'them'}");
    assertThat(step(page, 4).locator("[data-name=body]")).isHidden();
    first.locator("[data-action=open]").click();
    first.locator(".drumbeat-step-flow summary").click();
    first.locator("[data-flow=condition] [data-condition=type]").first().selectOption("field");
    first.locator("[data-condition=value]").first().fill("gold");
    first.locator("[data-action=add-branch]").click();
    Locator branch = first.locator(".drumbeat-branches li");
    branch.locator("[data-condition=type]").selectOption("jql");
    branch.locator("[data-route=go]").selectOption(new SelectOption().setIndex(3));
    save(page);
    assertThat(branch.locator("[data-condition=jql]")).isFocused();
    branch.locator("[data-condition=jql]").fill("project = SALES");
    browser.screenshot(page, "sequence-ways");
    step(page, 4).locator("[data-action=up]").click();
    save(page);

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    JsonNode steps = steps(id);
    Assertions.assertThat(steps.path(2).path("kind").asText()).isEqualTo("task");
    Assertions.assertThat(steps.path(0).path("condition").path("value").asText()).isEqualTo("gold");
    Assertions.assertThat(steps.path(0).path("branches").path(0).path("stepId").asLong())
        .isEqualTo(steps.path(2).path("id").asLong());
  }

  @Test
  void a_save_keeps_what_was_not_touched_as_rest_wrote_it() {
    long id =
        id(
            """
            {"name":"Untouched","steps":[
              {"subject":"First","html":"<p>One\\r\\n</p>","text":"One\\r\\n"},
              {"text":"Two","anchor":"enrollment","delayValue":3,"at":"07:15:30","purpose":"why"},
              {"variants":[{"label":"A","weight":2,"text":"Hi\\r\\n"},
                {"label":"B","weight":1,"text":"Ho"}]}]}""");
    JsonNode before = steps(id);
    Page page = opened("sam", "sequences/" + id);

    page.locator("#drumbeat-description").fill("What for");
    save(page);

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    Assertions.assertThat(steps(id)).isEqualTo(before);
  }

  /** As they are stored, without what every save changes. */
  private static JsonNode steps(long id) {
    JsonNode steps = outreach.sam.get(SEQUENCES + "/" + id).body().path("steps");
    steps.forEach(step -> ((ObjectNode) step).remove(List.of("version", "updatedAt")));
    return steps;
  }

  @Test
  void what_is_wrong_with_a_template_stands_beside_its_field() {
    long id = stored("Wrong");
    Page page = opened("sam", "sequences/" + id);

    step(page, 2).locator("[data-action=open]").click();
    step(page, 2).locator("[data-name=body]").fill("Hello\n${lead.nam}");
    step(page, 1).locator("[data-action=open]").click();
    save(page);

    Locator body = step(page, 2).locator("[data-name=body]");
    assertThat(body).isFocused();
    assertThat(body).hasAttribute("aria-invalid", "true");
    assertThat(step(page, 2).locator(".error")).containsText("Line 2, column 1");
    assertThat(body).hasValue("Hello\n${lead.nam}");
    browser.screenshot(page, "sequence-error");
  }

  @Test
  void who_saves_over_somebody_else_is_shown_what_changed_and_decides() {
    long id = stored("Shared");
    Page page = opened("sam", "sequences/" + id);
    step(page, 1).locator("[data-name=subject]").fill("Mine");
    change(id, "\"First\"", "\"Theirs\"");
    save(page);

    Locator rows = page.locator("#drumbeat-changes-rows tr");
    assertThat(rows).hasCount(1);
    assertThat(rows.first()).containsText("Step 1: Subject");
    assertThat(rows.first()).containsText("Theirs");
    assertThat(rows.first()).containsText("Mine");
    browser.screenshot(page, "sequence-changes");
    page.getByText("Load theirs").click();
    assertThat(step(page, 1).locator("[data-name=subject]")).hasValue("Theirs");
    page.getByText("Back to my text").click();
    assertThat(step(page, 1).locator("[data-name=subject]")).hasValue("Mine");
    change(id, "\"Third\"", "\"Later\"");
    save(page);
    page.getByText("Save mine").click();

    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    Assertions.assertThat(subjects(id)).containsExactly("Mine", "Second", "Third");
  }

  @Test
  void who_was_logged_out_meanwhile_finds_the_text_again() {
    long id = stored("Expired");
    Page page = opened("sam", "sequences/" + id);
    page.onDialog(Dialog::accept);
    step(page, 1).locator("[data-name=body]").fill("A long text");
    page.context().clearCookies();
    save(page);
    assertThat(page.locator(".drumbeat-log-in-again")).isVisible();
    assertThat(step(page, 1).locator("[data-name=body]")).hasValue("A long text");

    page.reload();
    page.locator("[name=os_username]").fill("sam");
    page.locator("[name=os_password]").fill("sam");
    page.locator("[name=os_password]").press("Enter");
    page.getByText("Restore it").click();

    assertThat(step(page, 1).locator("[data-name=body]")).hasValue("A long text");
    save(page);
    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
  }

  @Test
  void nothing_hostile_runs_in_a_name_or_in_the_preview() {
    String name = "<img src=x onerror=alert(1)>" + unique("");
    long id =
        id(
            """
            {"name":"%s","steps":[{"subject":"<b>x</b>","html":"<p>Hi</p>"}]}"""
                .formatted(name));
    Page page = opened("sam", "sequences/" + id + "?issue=SALES-1");
    page.onDialog(
        dialog -> {
          // The page asks before what is not saved is left; nothing else may open one.
          Assertions.assertThat(dialog.type()).isEqualTo("beforeunload");
          dialog.accept();
        });

    assertThat(mail(page).locator("p")).hasText("Hi");
    assertThat(page.locator("[data-part=html]")).hasAttribute("sandbox", "");
    step(page, 1)
        .locator("[data-name=body]")
        .fill("<p onclick='alert(1)'>Hi</p><script>alert(2)</script>");
    assertThat(page.locator(".drumbeat-preview-said")).containsText("onclick");
    assertThat(page.locator(".drumbeat-preview-mail")).isHidden();
    assertThat(page.locator("h1 bdi")).hasText(name);
    page.navigate(outreach.host.url() + "/plugins/servlet/drumbeat/sequences");
    assertThat(page.locator("tr[data-id='" + id + "'] a").first()).hasText(name);
  }

  @Test
  void somebody_else_reads_and_makes_a_copy() {
    long id = stored("Foreign");
    Page page = opened("bob", "sequences/" + id);

    assertThat(page.locator(".aui-message-info").first()).containsText("belongs to Sam Seller");
    assertThat(page.locator("[data-action=save]")).hasCount(0);
    assertThat(step(page, 1).locator("[data-name=subject]")).not().isEditable();
    browser.screenshot(page, "sequence-read-only");
    page.locator("[data-action=copy-sequence]").click();

    assertThat(page.locator("h1 bdi")).hasText(Pattern.compile("Copy of Foreign.*"));
    assertThat(page.locator("[data-action=save]")).isVisible();
  }

  @Test
  void a_new_sequence_leads_back_to_the_campaign_that_wanted_it_and_to_no_other_place() {
    Page page = opened("sam", "sequences/new?template=quote&then=%2Fcampaigns%3Ffrom%3D7");
    assertThat(page.locator(".drumbeat-step")).hasCount(3);
    page.locator("#drumbeat-name").fill(unique("Back"));
    save(page);
    assertThat(page).hasURL(Pattern.compile(".*/drumbeat/campaigns\\?from=7&sequenceId=\\d+"));

    Page other = opened("sam", "sequences/new?then=https%3A%2F%2Fevil.example%2F");
    assertThat(other.locator("#drumbeat-sequence")).hasAttribute("data-then", "");
  }

  @Test
  void the_list_finds_copies_and_does_not_delete_what_is_used() {
    String name = unique("Listed");
    long id = stored(name);
    String campaign = outreach.oneLead("SALES-1");
    outreach.draft(campaign.replace("\"sequenceId\":" + outreach.sequence, "\"sequenceId\":" + id));
    Page page = opened("sam", "sequences");
    page.locator("#drumbeat-name").fill(name);
    page.locator("#drumbeat-name").press("Enter");

    Locator row = page.locator("#drumbeat-sequences tbody tr");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("3 mails over 2 days");
    assertThat(row.getByText("1 campaign"))
        .hasAttribute("href", Pattern.compile(".*sequenceId=" + id));
    browser.screenshot(page, "sequences");
    row.getByText("1 campaign").click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody")).containsText("Spring");
    page.goBack();
    row.getByText("Delete").click();
    page.locator("#drumbeat-delete-dialog [data-action=confirm-delete]").click();
    assertThat(page.locator(".drumbeat-delete-refused")).containsText("Spring");
    page.keyboard().press("Escape");
    assertThat(row.getByText("Delete")).isFocused();
    row.getByText("Duplicate").click();
    assertThat(page.locator("h1 bdi")).hasText("Copy of " + name);
    page.goBack();
    assertThat(page).hasURL(Pattern.compile(".*name=" + name + ".*"));
    assertThat(row).hasCount(2);
    row.first().getByText("Delete").click();
    page.locator("#drumbeat-delete-dialog [data-action=confirm-delete]").click();
    assertThat(row).hasCount(1);
  }

  @Test
  void who_changes_what_leads_are_getting_decides_for_whom_it_counts() {
    long id = stored("Live");
    String campaign = outreach.oneLead("SALES-2");
    outreach.launched(
        outreach.draft(
            campaign.replace("\"sequenceId\":" + outreach.sequence, "\"sequenceId\":" + id)));
    Page page = opened("sam", "sequences/" + id);
    Locator bar = page.locator("#drumbeat-version-bar");
    assertThat(bar).containsText("Version 1 is in force.");

    step(page, 1).locator("[data-name=subject]").fill("Better");
    save(page);
    assertThat(page.locator("#drumbeat-sequence-state")).hasText("Everything is saved.");
    assertThat(bar).containsText("Version 1 is in force; the draft differs in 1 step.");
    browser.screenshot(page, "sequence-draft-differs");
    bar.getByText("Publish").click();
    Locator dialog = page.locator("#drumbeat-publish-dialog");
    assertThat(dialog.locator("#drumbeat-publish-what")).containsText("Step 1 – changed: Better");
    assertThat(dialog).containsText("1 lead waits for step 1.");
    assertThat(dialog.getByLabel("Also leads already under way")).isChecked();
    browser.screenshot(page, "sequence-publish");
    Accessibility.check(page);
    dialog.locator("[name=note]").fill("Friendlier");
    dialog.locator("[data-action=confirm-publish]").click();

    assertThat(bar).containsText("Version 2 is in force.");
    Locator rows = page.locator("#drumbeat-versions-rows tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("Friendlier");
    assertThat(rows.first()).containsText("also leads under way");
    rows.first().getByText("Compare with the one before").press("Enter");
    Locator difference = page.locator("#drumbeat-difference-dialog");
    assertThat(difference.locator("del")).hasText("First");
    assertThat(difference.locator("ins")).hasText("Better");
    assertThat(difference.locator("thead")).containsText("Version 1");
    browser.screenshot(page, "sequence-difference");
    page.keyboard().press("Escape");
    rows.last().getByText("Restore as draft").press("Enter");
    assertThat(bar).containsText("the draft differs in 1 step");
    assertThat(step(page, 1).locator("[data-name=subject]")).hasValue("First");
  }

  @Test
  void a_narrow_page_does_not_scroll_sideways() {
    long id = stored("Narrow");
    Page page = browser.as(outreach.host, "sam");
    page.setViewportSize(800, 900);
    for (String address : List.of("sequences", "sequences/" + id + "?issue=SALES-1")) {
      page.navigate(outreach.host.url() + "/plugins/servlet/drumbeat/" + address);
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .isVisible();
      Assertions.assertThat(
              page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .isEqualTo(true);
      browser.screenshot(page, address.replaceAll("\\W.*", "") + "-" + address.length() + "-800");
    }
  }

  private static Page opened(String user, String address) {
    Page page = browser.as(outreach.host, user);
    page.navigate(outreach.host.url() + "/plugins/servlet/drumbeat/" + address);
    return page;
  }

  private static void add(Page page) {
    page.getByText("Add mail").click();
  }

  private static void save(Page page) {
    page.locator("[data-action=save]").click();
  }

  private static Locator step(Page page, int number) {
    return page.locator(".drumbeat-step").nth(number - 1);
  }

  private static FrameLocator mail(Page page) {
    return page.frameLocator("[data-part=html]");
  }

  /** Three mails of sam's, a day apart. */
  private static long stored(String name) {
    return id(
        """
        {"name":"%s","steps":[{"subject":"First","text":"One"},
          {"subject":"Second","text":"Two","delayValue":1,"delayUnit":"days"},
          {"subject":"Third","text":"Three","delayValue":1,"delayUnit":"days"}]}"""
            .formatted(name));
  }

  private static long id(String body) {
    return Outreach.id(outreach.sam.post(SEQUENCES, body));
  }

  private static void change(long id, String from, String to) {
    String read = outreach.admin.get(SEQUENCES + "/" + id).body().toString();
    Assertions.assertThat(outreach.admin.put(SEQUENCES + "/" + id, read.replace(from, to)).status())
        .isEqualTo(200);
  }

  private static List<String> subjects(long id) {
    List<String> subjects = new ArrayList<>();
    outreach
        .sam
        .get(SEQUENCES + "/" + id)
        .body()
        .path("steps")
        .forEach(step -> subjects.add(step.path("subject").asText()));
    return subjects;
  }

  private static String unique(String name) {
    return name + UUID.randomUUID().toString().substring(0, 8);
  }
}
