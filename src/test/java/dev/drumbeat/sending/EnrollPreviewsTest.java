package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EnrollDraft;
import dev.drumbeat.enrollment.EnrollTarget;
import dev.drumbeat.enrollment.Enrolling;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.request.ActorFixture;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.EnrollPreview.FirstMail;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollPreviewsTest {

  @TempDir private Path home;
  private SendingHost host;
  private Enrolling enrolling;
  private EnrollPreviews previews;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    enrolling =
        new Enrolling(
            host.stores,
            host.sequenceService,
            host.entries,
            host.suppressions,
            host.issues.audience,
            host.issues.reader);
    Letters letters =
        new Letters(
            host.templates,
            host.issues.reader,
            host.issues.people,
            run -> "https://jira.example.org/u/" + run.id(),
            () -> "Unsubscribe",
            new MessageIds(host.secrets, host.identity));
    previews =
        new EnrollPreviews(
            enrolling,
            new Ground(
                host.stores,
                host.sequences,
                host.accounts,
                host.suppressions,
                host.control,
                host.issues.reader),
            letters,
            host.sending);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void the_mail_that_is_shown_is_the_one_that_leaves() {
    host.sequence = host.sequence(SendingHost.mail("About ${issue.key} in ${vars.city}", 0));
    Campaign campaign = host.launchTo("ann@example.org");
    HostIssue late = host.lead("late@example.org");
    EnrollDraft draft = draft(late, Map.of("city", "Ulm"));

    FirstMail mail = preview(campaign, draft).lines().get(0).mail();
    Message message = (Message) mail.rendering();
    assertThat(host.sends(campaign)).isEmpty();
    enrolling.enroll(host.sam(), EnrollTarget.campaign(campaign.id()), draft);
    host.tick();

    String sent =
        host.server.messages().stream()
            .filter(text -> text.contains("late@example.org"))
            .findFirst()
            .orElseThrow();
    assertThat(message.subject()).isEqualTo("About " + late.key() + " in Ulm");
    assertThat(sent).contains("Subject: " + message.subject());
    assertThat(message.text()).contains("How are you, friend?").contains("Unsubscribe: ");
    assertThat(sent).contains("How are you, friend?").contains("Unsubscribe: ");
    assertThat(mail.account().id()).isEqualTo(host.account);
  }

  @Test
  void the_moment_is_the_first_one_inside_the_sending_times() {
    // The clock stands on Monday, 1 June 2026 at 12:00 in Berlin.
    Block tuesdays = new Block(Set.of(DayOfWeek.TUESDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
    host.schedule = new Schedule(SendingHost.BERLIN, List.of(tuesdays), Set.of());
    Campaign campaign = host.launchTo("ann@example.org");

    FirstMail mail =
        preview(campaign, draft(host.lead("late@example.org"), Map.of())).lines().get(0).mail();

    assertThat(mail.at()).isEqualTo(Instant.parse("2026-06-02T07:00:00Z"));
  }

  @Test
  void what_any_step_lacks_is_named_before() {
    host.sequence =
        host.sequence(
            SendingHost.mail("Hello", 0),
            SendingHost.mail(null, "In ${vars.city} and ${vars.street}?", 2));
    Campaign campaign = host.launchTo("ann@example.org");
    HostIssue late = host.lead("late@example.org");

    FirstMail mail = preview(campaign, draft(late, Map.of())).lines().get(0).mail();
    FirstMail complete =
        preview(campaign, draft(late, Map.of("city", "Ulm", "street", "Main")))
            .lines()
            .get(0)
            .mail();

    assertThat(mail.rendering()).isInstanceOf(Message.class);
    assertThat(mail.lacking()).containsExactly("vars.city", "vars.street");
    assertThat(mail.warnings()).extracting(Reason::key).contains("drumbeat.enroll.step-lacks");
    assertThat(complete.lacking()).isEmpty();
    assertThat(complete.warnings()).isEmpty();
  }

  @Test
  void a_first_mail_that_lacks_values_names_them() {
    host.sequence = host.sequence(SendingHost.mail("In ${vars.city}", 0));
    Campaign campaign = host.launchTo("ann@example.org");

    FirstMail mail =
        preview(campaign, draft(host.lead("late@example.org"), Map.of())).lines().get(0).mail();

    assertThat(mail.rendering()).isEqualTo(new Rendering.Missing(List.of("vars.city")));
  }

  @Test
  void what_would_keep_the_mail_waiting_is_said() {
    Campaign campaign = host.launchTo("ann@example.org");
    EnrollDraft late = draft(host.lead("late@example.org"), Map.of());
    host.control.pause(host.sam(), campaign.id());
    host.accountService.pause(ActorFixture.anAdministrator(), host.account);
    host.sending.turnOff(ActorFixture.anAdministrator());

    EnrollPreview preview = preview(campaign, late);

    assertThat(preview.warnings())
        .extracting(Reason::key)
        .containsExactly("drumbeat.hold.off", "drumbeat.enroll.waits");
    assertThat(preview.lines().get(0).mail().warnings())
        .extracting(Reason::key)
        .containsExactly("drumbeat.enroll.account-paused");
  }

  @Test
  void somebody_whom_others_write_to_is_pointed_out() {
    host.launchTo("ann@example.org");
    Campaign second = host.launchTo("bob@example.org");

    FirstMail mail =
        preview(second, draft(host.lead("ann@example.org"), Map.of())).lines().get(0).mail();

    assertThat(mail.warnings()).containsExactly(Reason.of("drumbeat.enroll.other-runs", 1));
  }

  private EnrollPreview preview(Campaign campaign, EnrollDraft draft) {
    return previews.of(host.sam(), EnrollTarget.campaign(campaign.id()), draft);
  }

  private static EnrollDraft draft(HostIssue issue, Map<String, String> variables) {
    return new EnrollDraft(issue.key(), null, null, null, null, null, null, variables);
  }
}
