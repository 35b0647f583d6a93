package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.now;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of mail whose moment was missed, and of answers that come while nothing leaves. */
@Tag("journey")
class LateJourneysIT {

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
  void a_newsletter_that_was_missed_by_days_asks_before_it_goes() throws MessagingException {
    long news = journey.newsletter(tomorrow(), aCampaign().to("a@late.test"));

    journey.missTime(ofDays(3));

    JsonNode paused = journey.app.campaign(news);
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("pause").path("reason").asText()).contains("still wanted");
    journey.tell(news, "resume", "");
    journey.tick();
    journey.untilAdmitted(news);
    assertThat(journey.timesOfMailTo("a@late.test")).containsExactly("Thu 09:00");
  }

  @Test
  void a_newsletter_that_was_missed_by_hours_goes_by_itself() throws MessagingException {
    long news = journey.newsletter(tomorrow(), aCampaign().to("b@late.test"));

    journey.missTime(ofHours(30));
    journey.untilAdmitted(news);

    assertThat(journey.timesOfMailTo("b@late.test")).containsExactly("Tue 15:00");
  }

  private static Instant tomorrow() {
    return journey.now().plus(ofDays(1));
  }

  @Test
  void a_follow_up_that_was_missed_by_more_than_a_week_asks_before_it_goes()
      throws MessagingException {
    journey.launch(aCampaign().with(now(), after(1, "days")).to("c@late.test"));

    journey.missTime(ofDays(9));

    assertThat(journey.stateOf("c@late.test")).isEqualTo("paused overdue");
    assertThat(journey.mailTo("c@late.test")).hasSize(1);
    journey.resume("c@late.test");
    assertThat(journey.timesOfMailTo("c@late.test")).containsExactly("Mon 09:00", "Wed 09:00");
  }

  @Test
  void an_answer_counts_while_the_campaign_is_paused() throws MessagingException {
    long campaign = journey.launch(aCampaign().with(now(), after(1, "days")).to("d@late.test"));
    journey.tell(campaign, "pause", "");
    journey.until("d@late.test", "paused campaignPaused");

    journey.answers("d@late.test", "Sounds good");
    journey.tell(campaign, "resume", "");
    journey.pass(ofDays(2));

    assertThat(journey.stateOf("d@late.test")).isEqualTo("finished replied");
    assertThat(journey.mailTo("d@late.test")).hasSize(1);
  }

  @Test
  void an_answer_counts_while_sending_is_off() throws MessagingException {
    journey.launch(aCampaign().with(now(), after(1, "days")).to("e@late.test"));
    journey.app.turnSending(false);

    journey.answers("e@late.test", "Sounds good");
    journey.pass(ofDays(2));
    journey.app.turnSending(true);
    journey.pass(ofDays(1));

    assertThat(journey.stateOf("e@late.test")).isEqualTo("finished replied");
    assertThat(journey.mailTo("e@late.test")).hasSize(1);
  }
}
