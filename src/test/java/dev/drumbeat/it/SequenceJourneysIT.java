package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.now;
import static dev.drumbeat.it.CampaignFixture.step;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.demo.App;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sequences can do, as leads and those who look after them live to see it in weeks. */
class SequenceJourneysIT {

  private static final String CONTRACT_END = "customfield_10004";

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
  void a_renewal_counts_from_the_contract_and_ends_when_the_issue_is_done()
      throws MessagingException {
    String end = journey.now().atZone(Journey.BERLIN).toLocalDate().plusDays(92).toString();
    for (String lead : new String[] {"keen@renew.test", "done@renew.test"}) {
      journey.fill(lead, CONTRACT_END, end);
    }
    journey.launch(
        aCampaign()
            .with(before(90, "Ninety days"), before(60, "Sixty days"), before(30, "Thirty days"))
            .to("keen@renew.test", "done@renew.test"));
    assertThat(journey.enrollmentOf("keen@renew.test").path("detail").asText())
        .contains("Contract end", end);

    journey.pass(ofDays(3));
    journey.resolve("done@renew.test");
    journey.pass(ofDays(62), ofDays(1));

    assertThat(subjects("keen@renew.test"))
        .containsExactly("Ninety days", "Sixty days", "Thirty days");
    assertThat(subjects("done@renew.test")).containsExactly("Ninety days");
    assertThat(journey.stateOf("done@renew.test")).isEqualTo("finished completed");
  }

  @Test
  void a_cadence_waits_for_the_call_of_a_person() throws MessagingException {
    ObjectNode call =
        App.object()
            .put("kind", "task")
            .put("summary", "Call the lead")
            .put("anchor", "enrollment")
            .put("delayValue", 3)
            .put("delayUnit", "days")
            .put("hold", true);
    journey.launch(aCampaign().with(now(), call, after(2, "days")).to("phone@cadence.test"));

    journey.pass(ofDays(5));
    assertThat(journey.stateOf("phone@cadence.test")).isEqualTo("waitingTask");
    assertThat(journey.mailTo("phone@cadence.test")).hasSize(1);
    journey.resolveTask("Call the lead");
    journey.pass(ofDays(3));

    assertThat(journey.mailTo("phone@cadence.test")).hasSize(2);
    assertThat(journey.stateOf("phone@cadence.test")).isEqualTo("finished completed");
  }

  @Test
  void what_happens_outside_lets_a_lead_go_on() throws MessagingException {
    ObjectNode thanks =
        step(0, "minutes", "Thank you for your order")
            .put("subject", "Thank you")
            .put("thread", "new");
    thanks.put("anchor", "event").without(List.of("delayValue", "delayUnit"));
    thanks.putObject("event").put("type", "told").put("name", "order shipped");
    thanks.putObject("timeout").put("value", 5).put("unit", "days");
    journey.launch(aCampaign().with(now(), thanks).to("buyer@event.test", "nobody@event.test"));
    journey.pass(ofHours(30));

    journey.app.post(
        "incoming-events", "{\"name\":\"Order shipped\",\"email\":\"buyer@event.test\"}");
    journey.tick();
    assertThat(subjects("buyer@event.test")).containsExactly("A question", "Thank you");
    journey.pass(ofDays(6));

    assertThat(subjects("nobody@event.test")).containsExactly("A question");
    assertThat(journey.stateOf("nobody@event.test")).isEqualTo("finished completed");
  }

  @Test
  void a_change_is_published_to_running_leads_of_one_campaign_and_not_of_the_other()
      throws MessagingException {
    long sequence =
        journey.app.create(
            "sequences", aCampaign().with(now(), after(3, "days")).sequence().toString());
    long follows = journey.launch(sequence, aCampaign().to("new@edit.test"));
    long stays = journey.launch(sequence, aCampaign().to("old@edit.test"));
    JsonNode read = journey.app.get("sequences/" + sequence);
    ObjectNode changed = after(1, "days").put("html", "<p>Other words</p>");
    changed.put("version", read.path("version").asInt());
    journey.put("sequences/" + sequence + "/steps/" + read.at("/steps/1/id").asLong(), changed);

    journey.app.post(
        "sequences/" + sequence + "/publish",
        "{\"apply\":\"running\",\"campaigns\":{\"" + stays + "\":\"new\"}}");
    journey.moveLeads();
    journey.pass(ofDays(2));

    assertThat(journey.timesOfMailTo("new@edit.test")).containsExactly("Mon 09:00", "Tue 09:00");
    assertThat(journey.mailTo("old@edit.test")).hasSize(1);
    journey.pass(ofDays(2));
    assertThat(journey.timesOfMailTo("old@edit.test")).containsExactly("Mon 09:00", "Thu 09:00");
    assertThat(Stream.of(follows, stays).map(id -> sentOf(id))).containsExactly(2, 2);
  }

  private static int sentOf(long campaign) {
    return journey
        .app
        .get("campaigns/" + campaign + "/statistics")
        .at("/messages/sent/count")
        .asInt();
  }

  private static List<String> subjects(String address) throws MessagingException {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage mail : journey.mailTo(address)) {
      subjects.add(mail.getSubject());
    }
    return subjects;
  }

  /** A mail of its own that many days before the contract ends, unless the issue is done. */
  private static ObjectNode before(int days, String subject) {
    ObjectNode step =
        step(days, "days", "Shall we go on?")
            .put("subject", subject)
            .put("thread", "new")
            .put("anchor", "date")
            .put("dateField", CONTRACT_END)
            .put("offset", "before")
            .put("at", "09:00");
    ObjectNode branch = step.putArray("branches").addObject().put("go", "end");
    branch.putObject("condition").put("type", "jql").put("jql", "status = Done");
    return step;
  }
}
