package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.now;
import static dev.drumbeat.it.CampaignFixture.step;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leads live to see in days and weeks, each story from a Monday at nine in Berlin on. */
@Tag("journey")
class JourneysIT {

  private static Journey journey;

  @BeforeAll
  static void begin() {
    journey = Journey.begin();
  }

  @BeforeEach
  void a_new_week_begins() {
    journey.waitForMonday();
  }

  @AfterAll
  static void end() {
    journey.close();
  }

  @Test
  void an_onboarding_comes_at_its_moments_in_one_thread_and_ends() throws MessagingException {
    journey.enroll("ann@one.test", aCampaign().with(now(), after(1, "days"), after(3, "days")));

    journey.pass(ofDays(5));

    assertThat(journey.timesOfMailTo("ann@one.test"))
        .containsExactly("Mon 09:00", "Tue 09:00", "Fri 09:00");
    List<MimeMessage> mails = journey.mailTo("ann@one.test");
    assertThat(mails.get(0).getSubject()).isEqualTo("A question");
    assertThat(mails.get(0).getHeader("In-Reply-To")).isNull();
    assertThat(mails.get(2).getSubject()).isEqualTo("Re: A question");
    assertThat(mails.get(2).getHeader("In-Reply-To", null)).isEqualTo(mails.get(1).getMessageID());
    assertThat(mails.get(2).getHeader("References", null).split("\\s+"))
        .containsExactly(mails.get(0).getMessageID(), mails.get(1).getMessageID());
    assertThat(journey.stateOf("ann@one.test")).isEqualTo("finished completed");
  }

  @Test
  void every_mail_can_be_unsubscribed_from_by_header_and_by_a_visible_link() throws Exception {
    journey.launch(aCampaign().to("ben@one.test"));

    MimeMessage mail = journey.mailTo("ben@one.test").get(0);

    String header = mail.getHeader("List-Unsubscribe", null);
    assertThat(header).startsWith("<http");
    assertThat(mail.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(journey.partsOf(mail)).hasSize(2).allMatch(p -> p.contains(link(header)));
  }

  private static String link(String header) {
    return header.replaceAll("[<>\\s]", "");
  }

  @Test
  void a_newsletter_waits_for_its_hour_and_reaches_everybody_once() throws MessagingException {
    Instant tomorrow = journey.now().plus(ofDays(1));
    long news = journey.newsletter(tomorrow, aCampaign().to("a@two.test", "b@two.test"));
    journey.pass(ofHours(23));
    assertThat(journey.app.campaign(news).path("state").asText()).isEqualTo("scheduled");
    assertThat(journey.mailTo("a@two.test")).isEmpty();

    journey.pass(ofHours(1));
    journey.untilAdmitted(news);
    journey.pass(ofDays(2));

    assertThat(journey.timesOfMailTo("a@two.test")).containsExactly("Tue 09:00");
    assertThat(journey.timesOfMailTo("b@two.test")).containsExactly("Tue 09:00");
    assertThat(journey.app.campaign(news).path("state").asText()).isEqualTo("completed");
  }

  @Test
  void an_answer_stops_the_follow_up_and_stands_on_the_issue_once() throws MessagingException {
    journey.launch(
        aCampaign().with(now(), after(3, "days")).to("buyer@three.test", "silent@three.test"));
    journey.pass(ofDays(1));

    journey.answers("buyer@three.test", "Sounds good");
    journey.pass(ofDays(4));

    assertThat(journey.mailTo("buyer@three.test")).hasSize(1);
    assertThat(journey.stateOf("buyer@three.test")).isEqualTo("finished replied");
    assertThat(journey.commentsOn("buyer@three.test"))
        .singleElement()
        .asString()
        .contains("Sounds good");
    assertThat(journey.timesOfMailTo("silent@three.test"))
        .containsExactly("Mon 09:00", "Thu 09:00");
  }

  @Test
  void who_is_away_is_left_alone_until_a_working_day_after_the_return() throws MessagingException {
    journey.launch(aCampaign().with(now(), after(1, "days")).inOfficeHours().to("away@three.test"));
    journey.isAwayUntil("away@three.test", journey.now().plus(ofDays(4)));
    assertThat(journey.stateOf("away@three.test")).isEqualTo("paused outOfOffice");

    journey.pass(ofDays(8));

    assertThat(journey.timesOfMailTo("away@three.test")).containsExactly("Mon 09:00", "Mon 09:00");
    assertThat(journey.stateOf("away@three.test")).isEqualTo("finished completed");
    assertThat(journey.commentsOn("away@three.test")).isEmpty();
  }

  @Test
  void an_address_that_does_not_exist_is_never_written_to_again() throws MessagingException {
    journey.launch(aCampaign().with(now(), after(1, "days")).to("gone@three.test"));
    journey.bounces("gone@three.test");
    journey.pass(ofDays(2));
    assertThat(journey.stateOf("gone@three.test")).isEqualTo("finished bounced");

    journey.launch(aCampaign().to("gone@three.test"));

    assertThat(journey.mailTo("gone@three.test")).hasSize(1);
  }

  @Test
  void who_unsubscribes_gets_nothing_more_from_this_or_a_later_campaign() throws Exception {
    journey.launch(aCampaign().with(now(), after(1, "days")).to("leaves@three.test"));
    journey.unsubscribes("leaves@three.test");
    journey.pass(ofDays(2));
    assertThat(journey.stateOf("leaves@three.test")).isEqualTo("finished unsubscribed");

    long later = journey.launch(aCampaign().to("leaves@three.test", "stays@three.test"));

    assertThat(journey.mailTo("leaves@three.test")).hasSize(1);
    assertThat(journey.mailTo("stays@three.test")).hasSize(1);
    assertThat(journey.app.all(later, "audience?included=false&"))
        .extracting(out -> out.path("reason").asText())
        .containsExactly("suppressed");
  }

  @Test
  void a_mail_server_that_is_down_for_an_hour_loses_and_doubles_nothing()
      throws MessagingException {
    try (SmtpRelay relay = new SmtpRelay(journey.host.lab().smtpPort())) {
      journey.account("relayed@drumbeat.example", relay.port());
      journey.launch(
          aCampaign()
              .with(now(), after(2, "hours"))
              .from("relayed@drumbeat.example")
              .to("a@four.test", "b@four.test", "c@four.test"));
      journey.pass(ofMinutes(90));
      relay.goDown();
      journey.pass(ofHours(1), ofMinutes(5));
      JsonNode shard = journey.shardOf("relayed@drumbeat.example");
      relay.comeUp();
      journey.pass(ofHours(1), ofMinutes(5));

      assertThat(shard.path("hold").asText()).contains("127.0.0.1");
      assertThat(shard.path("failuresInARow").asInt()).isPositive();
      assertThat(shard.path("due").asInt()).isEqualTo(3);
      assertThat(journey.mailTo("a@four.test")).hasSize(2);
      assertThat(journey.mailTo("b@four.test")).hasSize(2);
      assertThat(journey.mailTo("c@four.test")).hasSize(2);
      assertThat(journey.shardOf("relayed@drumbeat.example").has("hold")).isFalse();
    }
  }

  @Test
  void an_issue_that_is_deleted_ends_its_run_and_no_other() {
    journey.launch(aCampaign().with(now(), after(1, "days")).to("a@five.test", "b@five.test"));

    journey.deleteIssueOf("a@five.test");
    journey.pass(ofDays(1));

    assertThat(journey.stateOf("a@five.test")).isEqualTo("finished issueGone");
    assertThat(journey.mailTo("a@five.test")).hasSize(1);
    assertThat(journey.mailTo("b@five.test")).hasSize(2);
  }

  @Test
  void a_campaign_whose_owner_has_left_waits_until_they_are_back() throws MessagingException {
    long campaign = journey.launch(aCampaign().with(now(), after(1, "days")).to("c@five.test"));
    journey.host.users().deactivate(journey.owner());
    journey.pass(ofDays(2));
    journey.host.users().activate(journey.owner());
    JsonNode paused = journey.app.campaign(campaign);
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("pause").path("reason").asText()).contains("owner");
    assertThat(journey.mailTo("c@five.test")).hasSize(1);

    journey.tell(campaign, "resume", "{\"policy\":\"keep\"}");
    journey.until("c@five.test", "active");
    journey.tick();

    assertThat(journey.timesOfMailTo("c@five.test")).containsExactly("Mon 09:00", "Wed 09:00");
  }

  @Test
  void a_pause_shifts_what_was_left_of_a_delay() throws MessagingException {
    long campaign = journey.launch(aCampaign().with(now(), after(3, "days")).to("a@six.test"));

    pausedFrom(campaign, "a@six.test", ofDays(1), ofDays(2), "shift");
    journey.pass(ofDays(4));

    assertThat(journey.timesOfMailTo("a@six.test")).containsExactly("Mon 09:00", "Sat 09:00");
  }

  @Test
  void a_pause_can_leave_the_moments_as_they_were() throws MessagingException {
    long campaign = journey.launch(aCampaign().with(now(), after(3, "days")).to("b@six.test"));

    pausedFrom(campaign, "b@six.test", ofDays(1), ofDays(1), "keep");
    journey.pass(ofDays(4));

    assertThat(journey.timesOfMailTo("b@six.test")).containsExactly("Mon 09:00", "Thu 09:00");
  }

  @Test
  void what_became_due_in_a_pause_comes_one_by_one() throws MessagingException {
    long campaign =
        journey.launch(
            aCampaign().with(now(), after(1, "days"), after(1, "days")).to("c@six.test"));

    pausedFrom(campaign, "c@six.test", ofHours(4), ofDays(3), "keep");
    journey.pass(ofDays(2));

    assertThat(journey.timesOfMailTo("c@six.test"))
        .containsExactly("Mon 09:00", "Thu 13:00", "Fri 13:00");
  }

  /** Pauses after a while and resumes after another. */
  private static void pausedFrom(
      long campaign, String lead, Duration until, Duration length, String policy) {
    journey.pass(until);
    journey.tell(campaign, "pause", "");
    journey.until(lead, "paused campaignPaused");
    journey.pass(length);
    journey.tell(campaign, "resume", "{\"policy\":\"" + policy + "\"}");
    journey.until(lead, "active");
    journey.tick();
  }

  @Test
  void a_campaign_that_is_cancelled_writes_to_nobody_any_more() {
    long campaign = journey.launch(aCampaign().with(now(), after(1, "days")).to("d@six.test"));

    journey.tell(campaign, "cancel", "");
    journey.until("d@six.test", "finished campaignEnded");
    journey.pass(ofDays(2));

    assertThat(journey.mailTo("d@six.test")).hasSize(1);
    assertThat(journey.app.campaign(campaign).path("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void a_value_that_is_missing_stops_one_lead_until_somebody_fills_it_in() throws Exception {
    journey.fill("known@six.test", "customfield_10001", "Kim");
    journey.launch(
        aCampaign()
            .with(now(), step(1, "days", "Hello ${issue.firstName}"))
            .to("known@six.test", "nameless@six.test"));
    journey.pass(ofDays(1));
    assertThat(journey.mailTo("known@six.test")).hasSize(2);
    assertThat(journey.stateOf("nameless@six.test")).isEqualTo("paused missingData");

    journey.fill("nameless@six.test", "customfield_10001", "Noa");
    journey.resume("nameless@six.test");

    assertThat(journey.partsOf(journey.mailTo("nameless@six.test").get(1)))
        .allMatch(part -> part.contains("Hello Noa"));
  }

  @Test
  void the_last_minute_of_the_week_is_used_and_the_next_one_is_on_monday() throws Exception {
    journey.pass(ofDays(4).plusHours(7).plusMinutes(59));
    journey.launch(aCampaign().inOfficeHours().to("intime@seven.test"));
    journey.launch(
        aCampaign()
            .with(step(1, "minutes", "Hello").put("subject", "A question"))
            .inOfficeHours()
            .to("late@seven.test"));
    journey.pass(ofHours(16));
    journey.launch(aCampaign().inOfficeHours().to("weekend@seven.test"));
    assertThat(journey.enrollmentOf("weekend@seven.test").path("dueAt"))
        .isEqualTo(journey.enrollmentOf("late@seven.test").path("dueAt"));

    journey.pass(ofDays(2).plusMinutes(1));

    assertThat(journey.timesOfMailTo("intime@seven.test")).containsExactly("Fri 16:59");
    assertThat(journey.timesOfMailTo("late@seven.test")).containsExactly("Mon 09:00");
    assertThat(journey.timesOfMailTo("weekend@seven.test")).containsExactly("Mon 09:00");
  }

  @Test
  void nothing_goes_while_sending_is_off_and_it_goes_on_afterwards() throws MessagingException {
    journey.launch(aCampaign().with(now(), after(1, "days"), after(1, "days")).to("a@seven.test"));
    journey.app.turnSending(false);
    journey.pass(ofDays(3));
    assertThat(journey.mailTo("a@seven.test")).hasSize(1);

    journey.app.turnSending(true);
    journey.tick();
    journey.pass(ofDays(2));

    assertThat(journey.timesOfMailTo("a@seven.test"))
        .containsExactly("Mon 09:00", "Thu 09:00", "Fri 09:00");
  }

  @Test
  void a_restart_between_two_mails_loses_and_doubles_nothing() throws MessagingException {
    Journey first = Journey.begin();
    first.launch(aCampaign().with(now(), after(3, "days")).to("a@eight.test"));
    assertThat(first.mailTo("a@eight.test")).hasSize(1);

    try (Journey again = first.restartedAfter(ofDays(2))) {
      again.tick();
      assertThat(again.mailTo("a@eight.test")).isEmpty();
      again.pass(ofDays(2));

      assertThat(again.timesOfMailTo("a@eight.test")).containsExactly("Thu 09:00");
      assertThat(again.stateOf("a@eight.test")).isEqualTo("finished completed");
    }
  }
}
