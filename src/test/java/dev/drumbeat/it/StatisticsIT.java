package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.withVariants;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The numbers of a campaign in which everything happened, and the lists behind them (§19). */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("journey")
class StatisticsIT {

  private static final String REST = "/rest/drumbeat/1/";

  private Journey journey;
  private long campaign;
  private JsonNode numbers;

  @BeforeAll
  void everything_happens() throws Exception {
    journey = Journey.begin();
    campaign =
        journey.launch(
            aCampaign()
                .with(withVariants("A question"), after(3, "days"))
                .to(
                    "buyer@all.test",
                    "gone@all.test",
                    "enough@all.test",
                    "silent@all.test",
                    "still@all.test"));
    journey.pass(Duration.ofDays(1));
    journey.answers("buyer@all.test", "Sounds good");
    journey.bounces("gone@all.test");
    journey.unsubscribes("enough@all.test");
    long still = journey.enrollmentOf("still@all.test").path("id").asLong();
    journey.app.post("enrollments/" + still + "/pause", "");
    journey.pass(Duration.ofDays(4));
    numbers = journey.app.get("campaigns/" + campaign + "/statistics");
  }

  @AfterAll
  void end() {
    journey.close();
  }

  @Test
  void they_tell_what_happened() {
    assertThat(count("/leads")).isEqualTo(5);
    assertThat(count("/byState/paused")).isEqualTo(1);
    assertThat(count("/pausedBecause/manual")).isEqualTo(1);
    assertThat(count("/endedBecause/replied")).isEqualTo(1);
    assertThat(count("/endedBecause/bounced")).isEqualTo(1);
    assertThat(count("/endedBecause/unsubscribed")).isEqualTo(1);
    assertThat(count("/endedBecause/completed")).isEqualTo(1);
    assertThat(count("/reached")).isEqualTo(4);
    assertThat(count("/replied")).isEqualTo(1);
    assertThat(count("/messages/sent")).isEqualTo(6);
    assertThat(count("/messages/cameBack")).isEqualTo(1);
    assertThat(numbers.at("/rates/reply/value").asDouble()).isEqualTo(0.25);
    assertThat(numbers.at("/rates/reply/definition").asText()).contains("person has answered");
  }

  @Test
  void what_was_planned_is_what_became_of_it() {
    long became =
        count("/messages/sent")
            + count("/messages/refused")
            + count("/messages/skipped")
            + count("/messages/unknown")
            + count("/messages/open");

    assertThat(count("/messages/planned")).isEqualTo(became).isPositive();
  }

  @Test
  void steps_tell_who_answered_them_and_who_is_there() {
    assertThat(count("/steps/0/replied")).isEqualTo(1);
    assertThat(count("/steps/0/messages/sent")).isEqualTo(5);
    assertThat(count("/steps/1/messages/sent")).isEqualTo(1);
    assertThat(count("/steps/1/here")).isEqualTo(1);
    assertThat(numbers.at("/steps/0/position").asInt()).isEqualTo(1);
  }

  @Test
  void the_variants_of_a_step_come_to_what_the_step_comes_to() {
    assertThat(count("/steps/0/variants/0/sent") + count("/steps/0/variants/1/sent")).isEqualTo(5);
    assertThat(count("/steps/0/variants/0/cameBack") + count("/steps/0/variants/1/cameBack"))
        .isEqualTo(1);
    assertThat(numbers.at("/steps/0/variants/0/label").asText()).isEqualTo("A");
    assertThat(numbers.at("/steps/1/variants").isMissingNode()).isTrue();
  }

  @Test
  void every_number_has_a_list_with_as_many_entries() {
    List<JsonNode> counts = new ArrayList<>();
    collect(numbers, counts);

    assertThat(counts).hasSizeGreaterThan(40);
    for (JsonNode number : counts) {
      String href = number.path("href").asText();
      String path = href.substring(href.indexOf(REST) + REST.length());
      assertThat(journey.app.get(path).path("total").asLong())
          .as(href)
          .isEqualTo(number.path("count").asLong());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> counts) {
    if (node.has("count") && node.has("href")) {
      counts.add(node);
    }
    node.forEach(child -> collect(child, counts));
  }

  @Test
  void the_job_that_folds_them_changes_none() {
    journey.app.run("drumbeat.numbers");

    assertThat(journey.app.get("campaigns/" + campaign + "/statistics")).isEqualTo(numbers);
  }

  private long count(String path) {
    JsonNode number = numbers.at(path).path("count");
    assertThat(number.isIntegralNumber()).as(path + " in " + numbers).isTrue();
    return number.asLong();
  }
}
