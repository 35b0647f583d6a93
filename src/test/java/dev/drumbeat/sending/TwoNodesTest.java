package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.host.schedule.HostLocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that share tables and nothing else, not even the cluster's locks. */
@Tag("database")
class TwoNodesTest {

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    host.sequence = host.sequence(SendingHost.mail("Hello", 0));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void nobody_is_written_to_by_both() throws Exception {
    host.leads(60);
    Campaign campaign = host.launch();

    together(job("node-1"), job("node-2"));
    SendingHost.tick(job("node-3"));

    assertThat(host.server.recipients()).hasSize(60).doesNotHaveDuplicates();
    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(SendState.SENT);
  }

  @Test
  void two_campaigns_over_the_same_leads_keep_the_gap_between_their_accounts() throws Exception {
    long other = host.account("Support", null);
    host.leads(15);
    host.launch();
    host.launch(other);

    together(job("node-1"), job("node-2"));
    assertThat(host.server.recipients()).doesNotHaveDuplicates();
    for (int minute = 0; minute < 3; minute++) {
      host.tickAfter(Duration.ofMinutes(30));
    }
    host.tickAfter(Duration.ofHours(2));

    assertThat(host.server.recipients()).hasSize(30);
  }

  private SendingJob job(String node) {
    return host.engine(node, host.stores, new HostLocks());
  }

  private static void together(SendingJob... jobs) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(jobs.length);
    List<Thread> threads = new ArrayList<>();
    for (SendingJob job : jobs) {
      Thread thread = new Thread(() -> tick(start, job));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void tick(CyclicBarrier start, SendingJob job) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    SendingHost.tick(job);
  }
}
