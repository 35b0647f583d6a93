package dev.drumbeat;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.request.OpenRequests;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the app goes, for an upgrade or for good: nothing begins any more, a message in its dialogue
 * and a request that is being answered come to their end within limits, and a server that is still
 * thinking by then is hung up on, which the send remembers (X4). Nothing is interrupted: some
 * databases close their file when a thread that reads it is.
 */
final class Farewell {

  private static final Duration GRACE = Duration.ofSeconds(25);
  private static final Duration AFTER_THE_CUT = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

  private final Sql sql;
  private final MailSession mail;
  private final Jobs jobs;
  private final OpenRequests requests;
  private final List<Pool> pools;
  private final Duration grace;

  Farewell(Sql sql, MailSession mail, Jobs jobs, OpenRequests requests, List<Pool> pools) {
    this(sql, mail, jobs, requests, pools, GRACE);
  }

  Farewell(
      Sql sql,
      MailSession mail,
      Jobs jobs,
      OpenRequests requests,
      List<Pool> pools,
      Duration grace) {
    this.sql = sql;
    this.mail = mail;
    this.jobs = jobs;
    this.requests = requests;
    this.pools = List.copyOf(pools);
    this.grace = grace;
  }

  /** Returns when everything has come to its end, or was cut off. */
  void take() {
    sql.beginToClose();
    jobs.stop();
    pools.forEach(Pool::stop);
    boolean over = isOver(Patience.of(grace));
    if (!over) {
      LOG.warn("A mail server or a request took more than {}; its connection is closed", grace);
    }
    mail.cut();
    if (!over && !isOver(Patience.of(AFTER_THE_CUT))) {
      LOG.warn("Something still works after that, and the app goes without it");
    }
    // Upgraded, switched off or uninstalled: the app cannot tell, and it makes no difference.
    LOG.info("Drumbeat is down; all its data stay in the tables {}", Table.of("*"));
  }

  /** Waits for each in turn, all of them within the same time. */
  private boolean isOver(Patience patience) {
    boolean over = jobs.await(patience) && requests.await(patience.left());
    for (Pool pool : pools) {
      over &= pool.await(patience);
    }
    return over;
  }
}
