package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of everything that happened, over REST on the running host. */
class EventsIT {

  private static final String EVENTS = BASE + "events";

  private final Outreach outreach = Outreach.get();
  private final String campaign = outreach.draft(outreach.oneLead("RENEWALS-7"));
  private final String id = campaign.substring(campaign.lastIndexOf('/') + 1);

  @Test
  void the_log_is_read_in_order_and_resumed_where_it_ended() {
    outreach.launched(campaign);
    List<String> types = new ArrayList<>();
    JsonNode page = outreach.sam.get(EVENTS + "?maxResults=1&campaignId=" + id).body();
    while (!page.path("isLast").asBoolean()) {
      assertThat(page.has("total")).isFalse();
      types.addAll(values(page, "type"));
      String next = "&since=" + page.path("nextSince").asLong();
      page = outreach.sam.get(EVENTS + "?maxResults=1&campaignId=" + id + next).body();
    }
    types.addAll(values(page, "type"));

    assertThat(types).containsExactly("launched", "enrolled");
    assertThat(page.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void one_kind_of_event_is_chosen() {
    outreach.launched(campaign);

    JsonNode page = outreach.sam.get(EVENTS + "?type=enrolled&campaignId=" + id).body();

    assertThat(values(page, "type")).containsExactly("enrolled");
    assertThat(page.path("values").get(0).path("enrollmentId").asLong()).isPositive();
  }

  @Test
  void what_happened_before_a_moment_is_left_out() {
    outreach.launched(campaign);
    String later = outreach.host.clock().instant().plusSeconds(60).toString();

    assertThat(outreach.sam.get(EVENTS + "?since=" + later).body().path("values")).isEmpty();
    assertThat(outreach.sam.get(EVENTS + "?since=2020-01-01T00:00:00Z").body().path("values"))
        .isNotEmpty();
  }

  @Test
  void everybody_sees_what_happened_in_their_own_campaigns_and_administrators_all() {
    outreach.launched(campaign);

    assertThat(values(outreach.sam.get(EVENTS + "?maxResults=1000").body(), "campaignId"))
        .contains(id);
    assertThat(values(outreach.admin.get(EVENTS + "?maxResults=1000").body(), "campaignId"))
        .contains(id);
    assertThat(values(outreach.bob.get(EVENTS + "?maxResults=1000").body(), "campaignId"))
        .doesNotContain(id);
    assertThat(outreach.bob.get(EVENTS + "?campaignId=" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"since, yesterday", "type, exploded", "campaignId, x", "maxResults, 0"})
  void a_wrong_parameter_is_named(String parameter, String value) {
    var answer = outreach.sam.get(EVENTS + "?" + parameter + "=" + value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error(parameter)).isNotEmpty();
  }
}
