package dev.drumbeat.sending;

import static dev.drumbeat.sending.SendState.HANDED_OVER;
import static dev.drumbeat.sending.SendState.SENT;
import static dev.drumbeat.sending.SendState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.Sql;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.request.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that die on the way (X4): nobody is written to twice, nobody is lost. */
@Tag("database")
class CrashTest {

  private static final Duration DOUBT = Duration.ofHours(24);

  @TempDir private Path home;
  private SendingHost host;
  private Thread slow;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    host.sequence = host.sequence(SendingHost.mail("Hello", 0));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest(name = "the last unit is committed: {0}")
  @ValueSource(booleans = {false, true})
  void wherever_it_dies_nobody_is_written_to_twice_and_nobody_is_lost(boolean lastIsCommitted) {
    DyingDatabase database;
    int units = 1;
    do {
      Campaign campaign = host.launchTo("lead" + units + "@example.org");
      database =
          new DyingDatabase(new HostTransactions(host.issues.database), units, lastIsCommitted);
      engineOn(database).runJob(null);

      afterTheCrash(campaign);

      units++;
    } while (database.isDead());
    assertThat(units).isGreaterThan(15);
  }

  private SendingJob engineOn(DyingDatabase database) {
    Stores stores = host.storesOn(new Sql(database));
    return host.engine("node-1", stores, new HostLocks());
  }

  private void afterTheCrash(Campaign campaign) {
    long leads = host.runs(campaign).size();
    host.restart();
    host.tick();
    long doubts = host.sends(campaign).stream().filter(send -> send.state() == UNKNOWN).count();
    assertThat(doubts).isLessThanOrEqualTo(1);
    host.tickAfter(Duration.ofHours(2));
    host.tickAfter(DOUBT);

    assertThat(host.server.recipients()).doesNotHaveDuplicates();
    assertThat(host.sends(campaign))
        .hasSize((int) leads)
        .extracting(Send::state)
        .containsOnly(SENT);
    assertThat(host.runs(campaign)).extracting(Enrollment::state).allMatch(state -> state.isOver());
    List<String> got = host.server.recipients();
    assertThat(host.runs(campaign))
        .filteredOn(run -> !got.contains(run.lead().address().text()))
        .hasSizeLessThanOrEqualTo((int) doubts);
    assertThat(host.uncounted(campaign)).isEmpty();
    host.server.recipients().clear();
  }

  @Test
  void an_outcome_that_the_database_did_not_take_is_written_later() {
    Campaign campaign = host.launchTo("ada@example.org");
    DyingDatabase database =
        new DyingDatabase(new HostTransactions(host.issues.database), Integer.MAX_VALUE, false);
    SendingJob engine = engineOn(database);
    host.server.beforeAnsweringTheBody(() -> database.fails(true));
    engine.runJob(null);
    assertThat(host.send(campaign).state()).isEqualTo(HANDED_OVER);

    database.fails(false);
    engine.runJob(null);

    assertThat(host.send(campaign).state()).isEqualTo(SENT);
    assertThat(host.run(campaign).state().isOver()).isTrue();
    assertThat(host.server.recipients()).hasSize(1);
  }

  @Test
  void what_was_being_handed_over_is_unknown_listed_and_never_sent_again() throws Exception {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    CountDownLatch hangs = dyingWhileTheServerThinks();

    host.restart();
    host.tick();

    assertThat(host.send(campaign).state()).isEqualTo(UNKNOWN);
    assertThat(host.send(campaign).reason()).isEqualTo(Reason.of("drumbeat.sent.interrupted"));
    assertThat(host.run(campaign).standing().waitReason())
        .isEqualTo(Reason.of("drumbeat.wait.unknown"));
    assertThat(host.events(host.run(campaign))).contains(EventType.UNKNOWN);
    host.tickAfter(Duration.ofHours(23));
    assertThat(host.server.recipients()).hasSize(1);
    goOn(hangs);
  }

  @Test
  void after_a_day_the_unknown_counts_as_sent_and_the_run_goes_on() throws Exception {
    host.sequence = host.sequence(SendingHost.mail("Hello", 0), SendingHost.mail(null, 3));
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    CountDownLatch hangs = dyingWhileTheServerThinks();
    host.restart();
    host.tick();

    host.tickAfter(DOUBT);

    assertThat(host.send(campaign).state()).isEqualTo(SENT);
    assertThat(host.send(campaign).reason()).isEqualTo(Reason.of("drumbeat.sent.assumed"));
    host.server.beforeAnsweringTheBody(() -> {});
    host.tickAfter(Duration.ofDays(2));
    assertThat(host.server.recipients()).hasSize(2);
    assertThat(host.server.messages().get(1)).contains("Subject: Re: Hello");
    goOn(hangs);
  }

  @Test
  void an_answer_proves_what_was_unknown() throws Exception {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    CountDownLatch hangs = dyingWhileTheServerThinks();
    host.restart();
    host.tick();

    boolean proven =
        host.sql.write(
            c -> host.sends.proveDelivered(c, host.send(campaign), Reason.of("replied")));

    assertThat(proven).isTrue();
    assertThat(host.send(campaign).state()).isEqualTo(SENT);
    host.tickAfter(DOUBT);
    assertThat(host.run(campaign).state().isOver()).isTrue();
    assertThat(host.server.recipients()).hasSize(1);
    goOn(hangs);
  }

  @Test
  void a_node_that_was_only_slow_still_tells_what_it_knows() throws Exception {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    CountDownLatch hangs = dyingWhileTheServerThinks();
    host.restart();
    host.tick();
    assertThat(host.send(campaign).state()).isEqualTo(UNKNOWN);

    goOn(hangs);

    assertThat(host.send(campaign).state()).isEqualTo(SENT);
    assertThat(host.run(campaign).state().isOver()).isTrue();
  }

  @Test
  void the_lease_of_another_node_is_waited_for() throws Exception {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    CountDownLatch hangs = dyingWhileTheServerThinks();

    SendingHost.tick(host.engine("node-2", host.stores, new HostLocks()));

    assertThat(host.send(campaign).state()).isEqualTo(HANDED_OVER);
    goOn(hangs);
    assertThat(host.send(campaign).state()).isEqualTo(SENT);
  }

  @Test
  void a_lease_that_ran_out_is_taken_over_by_another_node() throws Exception {
    Campaign campaign = host.launchTo("ada@example.org", "bob@example.org");
    CountDownLatch hangs = dyingWhileTheServerThinks();
    host.server.beforeAnsweringTheBody(() -> {});
    host.leases.advance(Duration.ofMinutes(11));

    SendingHost.tick(host.engine("node-2", host.stores, new HostLocks()));

    assertThat(host.sends(campaign))
        .extracting(Send::state)
        .containsExactlyInAnyOrder(UNKNOWN, SENT);
    goOn(hangs);
    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(SENT);
    assertThat(host.server.recipients()).hasSize(2).doesNotHaveDuplicates();
  }

  /** The slow server answers after all. */
  private void goOn(CountDownLatch hangs) throws InterruptedException {
    hangs.countDown();
    slow.join();
  }

  /** An engine on another thread that has handed a body over and hears nothing. */
  private CountDownLatch dyingWhileTheServerThinks() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch hangs = new CountDownLatch(1);
    host.server.beforeAnsweringTheBody(
        () -> {
          reached.countDown();
          await(hangs);
        });
    slow = new Thread(() -> host.tick());
    slow.setDaemon(true);
    slow.start();
    reached.await();
    return hangs;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
