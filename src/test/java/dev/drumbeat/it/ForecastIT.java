package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.Rest.Answer;
import org.junit.jupiter.api.Test;

/** What a campaign would do, and where addresses can stand, over REST. */
class ForecastIT {

  private final Outreach outreach = Outreach.get();

  @Test
  void fields_that_hold_addresses_are_told_apart_from_others() {
    JsonNode fields = outreach.lena.get(Outreach.BASE + "address-fields").body();

    assertThat(Outreach.values(fields, "name"))
        .contains("Reporter", "Assignee", "Watchers", "Lead email")
        .doesNotContain("Contract end");
    JsonNode ofNobodysCampaign =
        Planning.get().admin.get(Outreach.BASE + "address-fields").body().path("proposed");
    assertThat(ofNobodysCampaign.asText()).isEqualTo(Outreach.EMAIL_FIELD);
  }

  @Test
  void a_new_campaign_begins_with_the_field_of_the_last_one() {
    String body = outreach.campaign("{\"jql\":\"project = SALES\",\"addressField\":\"assignee\"}");
    Outreach.id(outreach.admin.post(Outreach.CAMPAIGNS, body));

    JsonNode fields = outreach.admin.get(Outreach.BASE + "address-fields").body();

    assertThat(fields.path("proposed").asText()).isEqualTo("assignee");
  }

  @Test
  void a_draft_is_foretold_and_what_was_launched_is_not() {
    String path = outreach.draft(outreach.openLeads());

    JsonNode forecast = outreach.sam.get(path + "/forecast").body();

    assertThat(forecast.path("exact").asBoolean()).isTrue();
    assertThat(forecast.at("/audience/issues").asInt()).isEqualTo(55);
    assertThat(forecast.at("/audience/admitted").asInt()).isEqualTo(53);
    assertThat(forecast.path("mails").asInt()).isEqualTo(106);
    assertThat(forecast.path("blockers")).isEmpty();
    assertThat(forecast.path("warnings").findValuesAsText("field")).contains("goal");
    assertThat(forecast.path("notConsidered")).isNotEmpty();

    outreach.launched(path);
    assertThat(outreach.sam.get(path + "/forecast").status()).isEqualTo(409);
    assertThat(outreach.lena.get(path + "/forecast").status()).isEqualTo(404);
  }

  @Test
  void what_would_stop_the_launch_names_its_field() {
    String body = "{\"name\":\"Empty\",\"sequenceId\":" + outreach.sequence + "}";
    Answer made = outreach.sam.post(Outreach.CAMPAIGNS, body);

    JsonNode forecast =
        outreach.sam.get(Outreach.CAMPAIGNS + "/" + Outreach.id(made) + "/forecast").body();

    assertThat(forecast.path("blockers").findValuesAsText("field"))
        .containsExactlyInAnyOrder("audience", "mailAccountIds");
    assertThat(forecast.path("blockers").findValuesAsText("band"))
        .containsExactlyInAnyOrder("who", "how");
  }
}
