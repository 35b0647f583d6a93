package dev.drumbeat.it;

import static dev.drumbeat.it.Outreach.BASE;
import static dev.drumbeat.it.Outreach.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.database.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rows with words that only a newer version of the app knows, as its nodes write them during an
 * upgrade of a cluster: this version leaves them alone and goes on with all others.
 */
class NewerRowsIT {

  private final Outreach outreach = Outreach.ofItsOwn();

  @Test
  void one_row_that_is_not_understood_stops_neither_batch_nor_page() {
    outreach.admin.put(BASE + "settings", "{\"sendingEnabled\":true}");
    String path = outreach.draft(outreach.openLeads());
    JsonNode launched = outreach.launched(path);
    int leads = launched.path("admission").path("admitted").asInt();
    String theirs = outreach.draft(outreach.oneLead("SALES-1"));
    write("CAMPAIGN", "STATE", "THROTTLED", theirs);
    String runs = BASE + "enrollments?campaignId=" + launched.path("id").asText();
    String theirRun = BASE + "enrollments/" + values(outreach.admin.get(runs).body(), "id").get(0);
    write("ENROLLMENT", "STATE", "HOVERING", theirRun);
    String events = BASE + "events?campaignId=" + launched.path("id").asText();
    write(
        "EVENT",
        "TYPE",
        "TELEPORTED",
        "/" + values(outreach.admin.get(events).body(), "id").get(0));
    outreach.admin.post(BASE + "suppressions", "{\"address\":\"nobody@example.org\"}");
    write("SUPPRESSION", "REASON", "COSMIC", "/1");

    outreach.runCampaignJob();
    outreach.admin.post("/rest/host/1/jobs/drumbeat.sending/run", "");

    JsonNode sends = outreach.admin.get(BASE + "sends?campaignId=" + launched.path("id")).body();
    assertThat(sends.path("total").asInt()).isEqualTo(leads - 1);
    assertThat(values(outreach.admin.get(BASE + "campaigns").body(), "id"))
        .containsExactly(launched.path("id").asText());
    assertThat(values(outreach.admin.get(BASE + "suppressions").body(), "reason")).hasSize(1);
    String page = "/plugins/servlet/drumbeat/campaigns";
    for (String place :
        List.of(
            page,
            page + "/" + launched.path("id") + "?tab=log",
            page + "/" + launched.path("id"))) {
      assertThat(outreach.admin.get(place).status()).as(place).isEqualTo(200);
    }
  }

  /** Gives the row that ends the path another word. */
  private void write(String entity, String column, String word, String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    String sql = "UPDATE \"%s\" SET \"%s\" = '%s' WHERE \"ID\" = %s";
    assertThat(
            outreach
                .host
                .database()
                .jdbc()
                .update(sql.formatted(Table.of(entity), column, word, id)))
        .isOne();
  }
}
