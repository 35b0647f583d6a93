package dev.drumbeat.web.support;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignFilter;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the bundle reads from the tables: from sums and the ends of indexes, never all of it. */
final class Facts {

  /** So many of the newest are told of. */
  static final int CAMPAIGNS = 500;

  /** So much of what went wrong is told of. */
  static final int FAILURES = 200;

  private static final List<String> TABLES =
      List.of(
          "MAIL_ACCOUNT",
          "SUPPRESSION",
          "SEQUENCE",
          "STEP",
          "SEQUENCE_VERSION",
          "CAMPAIGN",
          "ENROLLMENT",
          "EVENT",
          "TALLY",
          "MAILBOX",
          "REPLY",
          "REPEATED",
          "LEFT_OUT",
          "SEND",
          "SHARD",
          "TASK",
          "JOB_RUN",
          "INCOMING");

  private static final List<EventType> WENT_WRONG =
      List.of(
          EventType.REJECTED,
          EventType.UNKNOWN,
          EventType.DEFERRED,
          EventType.FAILED,
          EventType.BOUNCED,
          EventType.COMPLAINED,
          EventType.NOT_COMMENTED);

  private final Sql sql;
  private final CampaignStore campaigns;
  private final EventLog events;
  private final Tallies tallies;

  Facts(Sql sql, CampaignStore campaigns, EventLog events, Tallies tallies) {
    this.sql = sql;
    this.campaigns = campaigns;
    this.events = events;
    this.tallies = tallies;
  }

  /** Runs and sends of all campaigns, by state and reason. */
  Map<String, Long> numbers() {
    return new TreeMap<>(tallies.totals());
  }

  /** The highest id of each table; 0 of an empty one. */
  Map<String, Long> highestIds() {
    Map<String, Long> highest = new TreeMap<>();
    for (String name : TABLES) {
      TableSql select = TableSql.of(Table.of(name), "SELECT MAX({ID}) AS {LATEST} FROM {}");
      Long id = sql.read(c -> select.read(c, row -> or0(row.numberOrNull("LATEST"))).get(0));
      highest.put(name, id);
    }
    return highest;
  }

  private static Long or0(@Nullable Long id) {
    return id == null ? Long.valueOf(0) : id;
  }

  /** The newest campaigns with their numbers. */
  List<CampaignPart> campaigns() {
    List<Campaign> newest = campaigns.page(CampaignFilter.ALL, 0, CAMPAIGNS);
    Map<Long, Map<String, Long>> numbers = new HashMap<>();
    for (Tally sum : tallies.sums(newest.stream().map(Campaign::id).toList())) {
      numbers
          .computeIfAbsent(sum.campaignId(), id -> new TreeMap<>())
          .merge(sum.metric(), sum.amount(), Long::sum);
    }
    return newest.stream()
        .map(c -> CampaignPart.of(c, numbers.getOrDefault(c.id(), Map.of())))
        .toList();
  }

  /** What went wrong last, the newest first. */
  List<FailurePart> failures() {
    return WENT_WRONG.stream()
        .flatMap(type -> events.newest(type, FAILURES).stream())
        .sorted(Comparator.comparing(Event::at).thenComparing(Event::id).reversed())
        .limit(FAILURES)
        .map(FailurePart::of)
        .toList();
  }
}
