package dev.drumbeat.sending;

import static dev.drumbeat.sending.SendState.REJECTED;
import static dev.drumbeat.sending.SendState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Marks;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.enrollment.TallyRow;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.report.Recount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.java.ao.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of a campaign against the rows that they count (§19). */
@Tag("database")
class NumbersTest {

  private static final int EVERYTHING = 10_000;

  @TempDir private Path home;
  private SendingHost host;
  private Tallies tallies;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    tallies = new Tallies(host.sql);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void they_follow_every_outcome_and_every_step() {
    host.leads(6);
    Campaign campaign = host.launch();
    assertThat(amount(campaign, "run.PENDING")).isEqualTo(6);
    host.server.once("RCPT", "550 5.1.1 no such user");
    host.tick();
    host.server.once("BODY", "451 4.3.0 no room");
    host.tickAfter(Duration.ofDays(3));
    host.tickAfter(Duration.ofMinutes(30));
    host.tickAfter(Duration.ofDays(4));
    host.tickAfter(Duration.ofDays(1));

    assertThat(host.uncounted(campaign)).isEmpty();
    assertThat(amount(campaign, SendTally.metric(SENT))).isEqualTo(15);
    assertThat(amount(campaign, SendTally.metric(REJECTED))).isEqualTo(1);
    assertThat(amount(campaign, SendTally.BEGUN)).isEqualTo(16);
    assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(5);
    assertThat(amount(campaign, "run.FINISHED.COMPLETED")).isEqualTo(5);
    assertThat(amount(campaign, "run.FINISHED.BOUNCED")).isEqualTo(1);
    assertThat(amount(campaign, "run.PENDING")).isZero();
  }

  @Test
  void they_follow_pauses_and_the_end_of_the_campaign() {
    host.leads(3);
    Campaign campaign = host.launch();
    host.control.pause(host.sam(), campaign.id());
    assertThat(amount(campaign, "run.PAUSED.CAMPAIGN_PAUSED")).isEqualTo(3);

    host.control.cancel(host.sam(), campaign.id());

    assertThat(amount(campaign, "run.FINISHED.CAMPAIGN_ENDED")).isEqualTo(3);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void a_lead_counts_once_however_much_was_delivered_and_not_when_all_of_it_came_back() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    host.tickAfter(Duration.ofDays(3));
    assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(1);

    for (Send send : host.sends(campaign)) {
      host.sql.write(c -> host.sends.bounced(c, send, send.reason(), host.now()));
    }

    assertThat(amount(campaign, Tally.DELIVERED)).isZero();
    assertThat(amount(campaign, SendTally.CAME_BACK)).isEqualTo(2);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void a_lead_who_answers_twice_has_answered_once_and_the_first_step() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    long run = host.run(campaign).id();

    host.sql.write(c -> replied(c, campaign, run, 7));
    host.sql.write(c -> replied(c, campaign, run, 8));

    assertThat(sums(campaign)).contains(new Tally(campaign.id(), Tally.REPLIED, 7, 1));
    assertThat(amount(campaign, Tally.REPLIED)).isEqualTo(1);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  private boolean replied(Connection c, Campaign campaign, long run, long step)
      throws SQLException {
    Marks.replied(c, campaign.id(), run, step, host.now());
    return true;
  }

  @Test
  void folding_changes_no_number_and_leaves_one_row_for_each() {
    host.leads(5);
    Campaign campaign = host.launch();
    host.tick();
    Set<Tally> before = Set.copyOf(sums(campaign));

    while (tallies.fold(3) > 0) {
      assertThat(sums(campaign)).containsExactlyInAnyOrderElementsOf(before);
    }

    assertThat(host.tables.count(TallyRow.class, Query.select())).isEqualTo(before.size());
    host.tickAfter(Duration.ofDays(3));
    assertThat(tallies.fold(EVERYTHING)).isPositive();
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void the_next_mail_of_many_campaigns_is_the_first_that_is_due_in_each() {
    Campaign waiting = host.launchTo("ada@example.org", "bob@example.org");
    host.tick();
    host.issues.clock.advance(Duration.ofHours(1));
    Campaign fresh = host.launchTo("eve@example.org");
    Campaign over = host.launchTo("old@example.org");
    host.control.cancel(host.sam(), over.id());

    Map<Long, Instant> next =
        host.stores.enrollments().nextDue(List.of(waiting.id(), fresh.id(), over.id()));

    assertThat(next).containsOnlyKeys(waiting.id(), fresh.id());
    assertThat(next.get(fresh.id())).isEqualTo(host.run(fresh).place().dueAt());
    assertThat(host.runs(waiting))
        .allMatch(run -> !next.get(waiting.id()).isAfter(run.place().dueAt()));
  }

  @Test
  void a_fold_that_dies_changes_no_number() {
    host.leads(5);
    Campaign campaign = host.launch();
    Set<Tally> before = Set.copyOf(sums(campaign));
    DyingDatabase database = new DyingDatabase(new HostTransactions(host.issues.database), 1, true);

    assertThatThrownBy(() -> new Tallies(new Sql(database)).fold(EVERYTHING))
        .hasMessage("the process is dead");

    assertThat(sums(campaign)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(tallies.fold(EVERYTHING)).isZero();
  }

  @Test
  void nodes_that_fold_while_others_send_and_read_lose_nothing_and_count_nothing_twice()
      throws Exception {
    host.leads(40);
    Campaign campaign = host.launch();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Future<Boolean> sending = threads.submit(() -> host.tick(), true);
      Callable<Boolean> fold = () -> foldUntil(sending);
      Callable<Boolean> read = () -> readUntil(sending, campaign);
      for (Future<Boolean> done : threads.invokeAll(List.of(fold, fold, read))) {
        assertThat(done.get()).isTrue();
      }
      sending.get();
    } finally {
      threads.shutdownNow();
    }

    assertThat(amount(campaign, SendTally.metric(SENT))).isEqualTo(40);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  private boolean foldUntil(Future<?> done) {
    while (!done.isDone()) {
      try {
        tallies.fold(20);
      } catch (RuntimeException e) {
        // The other one was faster, and nothing of this one remains.
      }
    }
    return true;
  }

  /** Every lead is in some state at every moment. */
  private boolean readUntil(Future<?> done, Campaign campaign) {
    while (!done.isDone()) {
      assertThat(amount(campaign, Tally.RUN)).isEqualTo(40);
    }
    return true;
  }

  @Test
  void a_campaign_from_before_the_numbers_is_counted_once() {
    host.leads(4);
    Campaign campaign = host.launch();
    host.tick();
    host.tickAfter(Duration.ofDays(3));
    long run = host.runs(campaign).get(0).id();
    host.sql.write(
        c -> {
          NewEvent answered =
              NewEvent.of(
                  EventType.REPLIED,
                  host.runs(campaign).get(0),
                  Cause.app("reply").send(host.sends(campaign).get(0).id()));
          host.stores.events().append(c, answered);
          return run;
        });
    forgetNumbers(campaign);
    Recount recount = new Recount(host.sql, host.issues.clock);

    recount.run(() -> true);
    recount.run(() -> true);

    assertThat(host.uncounted(campaign)).isEmpty();
    assertThat(amount(campaign, SendTally.metric(SENT))).isEqualTo(8);
    assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(4);
    assertThat(sums(campaign))
        .contains(new Tally(campaign.id(), Tally.REPLIED, host.sends(campaign).get(0).stepId(), 1));
    host.tickAfter(Duration.ofDays(4));
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void what_happens_between_the_upgrade_and_the_count_is_in_it_once() {
    host.leads(4);
    Campaign campaign = host.launch();
    host.tick();
    forgetNumbers(campaign);
    host.tickAfter(Duration.ofDays(3));

    new Recount(host.sql, host.issues.clock).run(() -> true);

    assertThat(host.uncounted(campaign)).isEmpty();
    assertThat(amount(campaign, SendTally.metric(SENT))).isEqualTo(8);
    assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(4);
  }

  @Test
  void a_count_whose_time_is_up_is_gone_on_with() {
    host.leads(4);
    Campaign campaign = host.launch();
    host.tick();
    forgetNumbers(campaign);
    Recount recount = new Recount(host.sql, host.issues.clock);

    recount.run(() -> false);
    assertThat(host.uncounted(campaign)).isNotEmpty();
    recount.run(() -> true);

    assertThat(host.uncounted(campaign)).isEmpty();
    assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(4);
  }

  @Test
  void a_count_that_dies_anywhere_is_gone_on_with() {
    host.leads(4);
    Campaign campaign = host.launch();
    host.tick();
    for (int units = 1; units < 8; units++) {
      forgetNumbers(campaign);
      Sql dying =
          new Sql(
              new DyingDatabase(new HostTransactions(host.issues.database), units, units % 2 == 0));
      try {
        new Recount(dying, host.issues.clock).run(() -> true);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("the process is dead");
      }

      new Recount(host.sql, host.issues.clock).run(() -> true);

      assertThat(host.uncounted(campaign)).isEmpty();
      assertThat(amount(campaign, Tally.DELIVERED)).isEqualTo(4);
    }
  }

  /** As a campaign of an earlier version of the app is found. */
  private void forgetNumbers(Campaign campaign) {
    Columns all = Columns.of("CAMPAIGN_ID", campaign.id());
    host.sql.write(c -> Table.of(TallyRow.TABLE).delete(c, all));
    Columns none =
        Columns.of("DELIVERED", null)
            .and("REPLIED_AT", null)
            .and("REPLIED_STEP_ID", null)
            .and("UNSUBSCRIBED_AT", null);
    host.sql.write(c -> Table.of(EnrollmentRow.TABLE).update(c, none, all));
    Columns one = Columns.of("ID", campaign.id());
    host.sql.write(c -> Table.of(CampaignRow.TABLE).update(c, Columns.of("COUNTED_AT", null), one));
  }

  private List<Tally> sums(Campaign campaign) {
    return tallies.sums(List.of(campaign.id())).stream()
        .filter(tally -> tally.amount() != 0)
        .toList();
  }

  /** Of all things whose name begins so. */
  private long amount(Campaign campaign, String metric) {
    return sums(campaign).stream()
        .filter(tally -> tally.metric().startsWith(metric))
        .mapToLong(Tally::amount)
        .sum();
  }
}
