package dev.drumbeat.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.time.Schedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names are found whoever writes how, also where the database knows letters of ASCII only. */
@Tag("database")
class CampaignSearchTest {

  private static final String OWNER = "JIRAUSER1";

  private final Database database = Databases.scratch();
  private final ActiveObjects tables =
      TableSpace.open(database, Table.NAMESPACE, List.of(CampaignRow.class));
  private final Sql sql = new Sql(new HostTransactions(database));
  private final CampaignStore campaigns = new CampaignStore(tables, sql);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void capital_and_small_letters_are_the_same_in_every_language() {
    add("Ärzte im FRÜHLING");
    add("Summer");

    assertThat(found("ärzte")).containsExactly("Ärzte im FRÜHLING");
    assertThat(found("Frühl")).containsExactly("Ärzte im FRÜHLING");
    assertThat(found("MM")).containsExactly("Summer");
  }

  @Test
  void what_means_something_in_a_pattern_stands_for_itself() {
    add("50% off");
    add("500 off");

    assertThat(found("50%")).containsExactly("50% off");
  }

  @Test
  void names_from_before_small_letters_were_kept_are_found_too() {
    long id = add("Spring");
    Columns unknown = Columns.of("NAME_KEY", null);
    sql.write(c -> Table.of(CampaignRow.TABLE).update(c, unknown, Columns.of("ID", id)));

    assertThat(found("SPRING")).containsExactly("Spring");
  }

  private List<String> found(String text) {
    return campaigns.search(OWNER, text, 10).stream().map(c -> c.plan().name()).toList();
  }

  private long add(String name) {
    CampaignPlan plan =
        new CampaignPlan(
            name,
            CampaignKind.SEQUENCE,
            1,
            null,
            List.of(1L),
            Schedule.always(ZoneOffset.UTC),
            null,
            new StopRules(true),
            new Limits(null, null),
            null);
    return campaigns.insert(plan, OWNER, Instant.EPOCH);
  }
}
