package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.LeadStore.By;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A tick must not cost more for the many who wait: the database says how it finds what is due. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTest {

  private static final int SHARDS = 6;
  private static final Instant NOW = Instant.ofEpochMilli(50);

  private final Database database = Databases.scratch();
  private final Plans plans = new Plans(new HostTransactions(database));
  private final Sql sql = new Sql(plans);
  private final EnrollmentStore store = new EnrollmentStore(sql);

  /** H2 takes its time for so many, and chooses the same for fewer. */
  private final int waiting = isPostgres() ? 120_000 : 12_000;

  @BeforeAll
  void many_wait_for_another_day() {
    TableSpace.open(database, Table.NAMESPACE, List.of(EnrollmentRow.class));
    String numbers = isPostgres() ? "generate_series(1, %d) N" : "SYSTEM_RANGE(1, %d) R(N)";
    database
        .jdbc()
        .update(
            """
            INSERT INTO "%s" ("VERSION", "CAMPAIGN_ID", "SEQUENCE_ID", "RUN", "ADDRESS",
              "ADDRESS_KEY", "ADDRESS_LOOKUP", "STATE", "ACTIVE_KEY", "SHARD", "ACCOUNT_ID",
              "STEP_ID", "POSITION", "DUE_AT", "ANCHOR_AT", "ZONE", "CREATED_AT", "UPDATED_AT")
            SELECT 1, 7, 3, 1, 'a@example.org', CAST(N AS VARCHAR(32)), CAST(N AS VARCHAR(32)),
              'ACTIVE', CAST(N AS VARCHAR(32)), MOD(N, %d), 1, 1, 1, N, 0, 'UTC', 0, 0 FROM %s"""
                .formatted(Table.of(EnrollmentRow.TABLE), SHARDS, numbers.formatted(waiting)));
    database.jdbc().execute("ANALYZE");
  }

  @BeforeEach
  void forget() {
    plans.seen().clear();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void a_few_who_are_due_are_found_among_the_many_who_wait() {
    assertThat(store.due(1, NOW, 100)).hasSize(9);

    assertThat(plans.seen()).hasSize(2).allSatisfy(plan -> uses(plan, "enrollment_due"));
  }

  @Test
  void the_first_of_many_who_are_due_are_read_in_order_and_never_sorted() {
    assertThat(store.due(1, Instant.ofEpochMilli(waiting), 100)).hasSize(100);

    assertThat(plans.seen()).hasSize(1).allSatisfy(this::isReadInTheOrderOfTheIndex);
  }

  @Test
  void the_accounts_that_have_something_to_send_are_read_from_the_same_index() {
    assertThat(store.shardsWithDue(Instant.ofEpochMilli(4))).containsExactly(1L, 2L, 3L, 4L);

    assertThat(plans.seen())
        .hasSizeGreaterThan(SHARDS)
        .allSatisfy(plan -> uses(plan, "enrollment_due"));
  }

  @Test
  void leads_are_found_by_how_they_begin() {
    new LeadStore(sql).beginning(By.ADDRESS, "3", null, 10);

    assertThat(plans.seen()).hasSize(1).allSatisfy(plan -> uses(plan, "enr"));
  }

  private void isReadInTheOrderOfTheIndex(String plan) {
    uses(plan, "enrollment_due");
    // H2 names what it saves; PostgreSQL would name the step.
    if (isPostgres()) {
      assertThat(plan).doesNotContain("Sort");
    } else {
      assertThat(plan).contains("index sorted");
    }
  }

  private void uses(String plan, String index) {
    String name = "index_" + Table.of(index);
    assertThat(plan.toLowerCase(Locale.ROOT)).contains(name.toLowerCase(Locale.ROOT));
    assertThat(plan).doesNotContain("Seq Scan").doesNotContain("tableScan");
  }

  private boolean isPostgres() {
    return database.url().startsWith("jdbc:postgresql");
  }
}
