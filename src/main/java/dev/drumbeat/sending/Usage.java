package dev.drumbeat.sending;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.mail.MailAccount;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of their day accounts have used, as their caps count it (L2, L4). */
public final class Usage {

  private static final Table TABLE = Table.of(SendRow.TABLE);

  private final Sql sql;
  private final InstantSource clock;

  public Usage(Sql sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What left today, and when and in which zone the next day begins. */
  public record Today(int used, Instant resetsAt, ZoneId zone) {}

  /** Of every account; one query for each zone that they are in. */
  public Map<Long, Today> of(List<MailAccount> accounts) {
    Map<ZoneId, List<Long>> byZone =
        accounts.stream()
            .collect(
                Collectors.groupingBy(
                    Usage::zone, Collectors.mapping(MailAccount::id, Collectors.toList())));
    Map<Long, Today> all = new HashMap<>();
    byZone.forEach((zone, ids) -> all.putAll(of(zone, ids)));
    return all;
  }

  private static ZoneId zone(MailAccount account) {
    ZoneId own = account.settings().zone();
    return own == null ? ZoneId.systemDefault() : own;
  }

  private Map<Long, Today> of(ZoneId zone, List<Long> ids) {
    Instant now = clock.instant();
    var day = now.atZone(zone).toLocalDate();
    Instant resetsAt = day.plusDays(1).atStartOfDay(zone).toInstant();
    Map<Long, Integer> used = used(ids, day.atStartOfDay(zone).toInstant(), resetsAt);
    return ids.stream()
        .collect(
            Collectors.toMap(id -> id, id -> new Today(used.getOrDefault(id, 0), resetsAt, zone)));
  }

  private Map<Long, Integer> used(List<Long> ids, Instant from, Instant until) {
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    TableSql count =
        TableSql.of(
            TABLE,
            "SELECT {ACCOUNT_ID}, COUNT(*) AS {AMOUNT} FROM {} WHERE {ACCOUNT_ID} IN ("
                + marks
                + ") AND {HANDED_OVER_AT} >= ? AND {HANDED_OVER_AT} < ? GROUP BY {ACCOUNT_ID}");
    List<Object> values = new ArrayList<>(ids);
    values.add(from.toEpochMilli());
    values.add(until.toEpochMilli());
    Map<Long, Integer> used = new HashMap<>();
    sql.read(
        c ->
            count.read(
                c,
                row -> used.put(row.number("ACCOUNT_ID"), Math.toIntExact(row.number("AMOUNT"))),
                values.toArray()));
    return used;
  }
}
