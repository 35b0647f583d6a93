package dev.drumbeat.web;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import dev.drumbeat.audience.SuppressionRow;
import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.EventRow;
import dev.drumbeat.enrollment.IncomingRow;
import dev.drumbeat.enrollment.LeftOutRow;
import dev.drumbeat.enrollment.TallyRow;
import dev.drumbeat.mail.MailAccountRow;
import dev.drumbeat.reply.MailboxRow;
import dev.drumbeat.reply.ReplyRow;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendRow;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sending.ShardRow;
import dev.drumbeat.sending.TaskRow;
import dev.drumbeat.sequence.SequenceRow;
import dev.drumbeat.sequence.StepRow;
import dev.drumbeat.sequence.VersionRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes all data of the app from its tables, in slices, when an administrator orders it. The
 * order is kept until it is carried out: a node that starts goes on with it. Tables, settings and
 * the key of the passwords stay, and so does, unless it is said, the list of those who must not be
 * written to.
 */
public final class Removal {

  /** What is typed to confirm it. */
  public static final String WORD = "Drumbeat";

  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
  private static final String ORDER = SendingSwitch.REMOVAL;
  private static final int SLICE = 500;

  /** First what makes more of the rest. */
  private static final List<String> TABLES =
      List.of(
          MailAccountRow.TABLE,
          CampaignRow.TABLE,
          SequenceRow.TABLE,
          StepRow.TABLE,
          VersionRow.TABLE,
          EnrollmentRow.TABLE,
          SendRow.TABLE,
          TaskRow.TABLE,
          ReplyRow.TABLE,
          EventRow.TABLE,
          LeftOutRow.TABLE,
          TallyRow.TABLE,
          IncomingRow.TABLE,
          MailboxRow.TABLE,
          ShardRow.TABLE,
          RepeatRow.TABLE);

  private final Sql sql;
  private final PluginSettingsFactory settings;
  private final SendingSwitch sending;
  private final ClusterLockService locks;
  private final Executor pool;
  private final InstantSource clock;

  public Removal(
      Sql sql,
      PluginSettingsFactory settings,
      SendingSwitch sending,
      ClusterLockService locks,
      Executor pool,
      InstantSource clock) {
    this.sql = sql;
    this.settings = settings;
    this.sending = sending;
    this.locks = locks;
    this.pool = pool;
    this.clock = clock;
  }

  /** Whether it is under way, for administrators. */
  RemovalView get(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    Order order = order();
    return order == null
        ? new RemovalView(false, null, null)
        : new RemovalView(true, order.at(), order.by());
  }

  /** Whether something that was ordered is not removed yet. */
  public boolean isUnderWay() {
    return order() != null;
  }

  /** Begins; refused while mail may leave, and without the word. */
  RemovalView order(Actor actor, RemovalBody body) {
    actor.mustHave(Right.ADMINISTER);
    if (!WORD.equals(body.confirm())) {
      throw InvalidInput.at("confirm", Reason.of("drumbeat.removal.confirm.wrong", WORD));
    }
    if (sending.isOn()) {
      throw new Conflict(Reason.of("drumbeat.removal.sending-on"));
    }
    Order order =
        new Order(clock.instant(), Boolean.TRUE.equals(body.suppressions()), actor.userKey());
    settings().put(ORDER, order.text());
    LOG.warn("User {} has ordered to remove all data of Drumbeat", order.by());
    RemovalView ordered = get(actor);
    pool.execute(this::goOn);
    return ordered;
  }

  /** Goes on with what was ordered, unless another node is at it. */
  public void goOn() {
    ClusterLock lock = locks.getLockForName("drumbeat.removal");
    if (order() == null || !lock.tryLock()) {
      return;
    }
    try {
      Order order = order();
      while (order != null && removeAll(order)) {
        order = settled(order);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Answers the order that came meanwhile, which may go further than the one carried out. */
  private @Nullable Order settled(Order order) {
    Order now = order();
    if (!order.equals(now)) {
      return now;
    }
    settings().remove(ORDER);
    LOG.warn("All data of Drumbeat are removed, as user {} has ordered", order.by());
    return null;
  }

  /**
   * Until nothing is left, since what was under way may have added some; false when the app goes.
   */
  private boolean removeAll(Order order) {
    long removed = 1;
    while (removed > 0) {
      removed = order.suppressions() ? removed(SuppressionRow.TABLE) : 0;
      for (String table : TABLES) {
        removed += removed(table);
      }
    }
    return !sql.isClosing();
  }

  private long removed(String entity) {
    Table table = Table.of(entity);
    TableSql some = TableSql.of(table, "SELECT {ID} FROM {} ORDER BY {ID}");
    TableSql removal = TableSql.of(table, "DELETE FROM {} WHERE {ID} <= ?");
    long removed = 0;
    List<Long> slice = slice(some);
    while (!slice.isEmpty() && !sql.isClosing()) {
      long last = slice.get(slice.size() - 1);
      removed += sql.write(c -> removal.change(c, last));
      slice = slice(some);
    }
    return sql.isClosing() ? 0 : removed;
  }

  private List<Long> slice(TableSql some) {
    return sql.read(c -> some.page(c, 0, SLICE, row -> row.number("ID")));
  }

  private @Nullable Order order() {
    return settings().get(ORDER) instanceof String text ? Order.of(text) : null;
  }

  /** Asked for each time, as the host wants it. */
  private PluginSettings settings() {
    return settings.createGlobalSettings();
  }

  /** Who ordered what, and when. */
  private record Order(Instant at, boolean suppressions, String by) {

    static Order of(String text) {
      String[] parts = text.split(" ", 3);
      return new Order(Instant.parse(parts[0]), Boolean.parseBoolean(parts[1]), parts[2]);
    }

    String text() {
      return at + " " + suppressions + " " + by;
    }
  }
}
