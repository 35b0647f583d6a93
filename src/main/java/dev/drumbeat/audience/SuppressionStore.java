package dev.drumbeat.audience;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.MailAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of suppressions. */
final class SuppressionStore {

  private static final Table TABLE = Table.of(SuppressionRow.TABLE);
  private static final int KEYS_AT_ONCE = 500;

  private final ActiveObjects tables;
  private final Sql sql;

  SuppressionStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** Those in force with one of the keys. */
  List<Keyed> withKeys(Collection<String> keys) {
    List<String> all = new ArrayList<>(keys);
    List<Keyed> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
      Query query = Query.select().where("MATCH_KEY IN (" + marks + ")", some.toArray());
      Stream.of(tables.find(SuppressionRow.class, query))
          .map(SuppressionStore::keyed)
          .forEach(found::add);
    }
    return found;
  }

  /** One that is in force. */
  Optional<Keyed> find(long id) {
    return Optional.ofNullable(tables.get(SuppressionRow.class, id))
        .filter(row -> row.getLiftedAt() == null)
        .map(SuppressionStore::keyed);
  }

  /** Those in force, the newest first; null is all, else those that begin so. */
  List<Suppression> page(@Nullable String beginning, int startAt, int maxResults) {
    Query query =
        inForce(beginning).order("CREATED_AT DESC, ID DESC").limit(maxResults).offset(startAt);
    return Stream.of(tables.find(SuppressionRow.class, query))
        .map(SuppressionStore::suppression)
        .toList();
  }

  int count(@Nullable String beginning) {
    return tables.count(SuppressionRow.class, inForce(beginning));
  }

  private static Query inForce(@Nullable String beginning) {
    if (beginning == null) {
      return Query.select().where("LIFTED_AT IS NULL");
    }
    String from = Lookup.of(beginning);
    String until = Lookup.until(beginning);
    return Query.select()
        .where(
            "LIFTED_AT IS NULL AND ((LOOKUP >= ? AND LOOKUP < ?)"
                + " OR (DOMAIN_LOOKUP >= ? AND DOMAIN_LOOKUP < ?))",
            from,
            until,
            from,
            until);
  }

  /** All that ever forbade to write to an address, in force or not. */
  List<PastSuppression> history(MailAddress address) {
    Query own = Query.select().where("ADDRESS_KEY = ?", AddressKey.of(address));
    Query domain =
        Query.select()
            .where("LOOKUP = ? AND DOMAIN = ?", Lookup.of(address.domain()), address.domain());
    return Stream.of(own, domain)
        .flatMap(query -> Stream.of(tables.find(SuppressionRow.class, query)))
        .map(SuppressionStore::past)
        .toList();
  }

  /** False when the key is there already. */
  boolean insert(NewSuppression suppression, Instant now) {
    try {
      sql.write(c -> insert(c, suppression, now));
      return true;
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        return false;
      }
      throw e;
    }
  }

  private static long insert(Connection connection, NewSuppression suppression, Instant now)
      throws SQLException {
    var address = suppression.address();
    String domain = address == null ? suppression.domain() : address.domain();
    return TABLE.insert(
        connection,
        Columns.of("MATCH_KEY", suppression.matchKey())
            .and("ADDRESS", address == null ? null : address.text())
            .and("DOMAIN", suppression.domain())
            .and("ADDRESS_KEY", address == null ? null : AddressKey.of(address))
            .and("LOOKUP", Lookup.of(address == null ? String.valueOf(domain) : address.text()))
            .and("DOMAIN_LOOKUP", Lookup.of(String.valueOf(domain)))
            .and("SCOPE", suppression.scope().text())
            .and("REASON", suppression.reason().name())
            .and("CREATED_AT", now.toEpochMilli())
            .and("CREATED_BY", suppression.createdBy())
            .and("NOTE", suppression.note()));
  }

  /** False when it is gone. */
  boolean lift(Keyed read, String by, String because, Instant now) {
    long id = read.suppression().id();
    Columns change =
        Columns.of("MATCH_KEY", "x." + id)
            .and("LIFTED_AT", now.toEpochMilli())
            .and("LIFTED_BY", by)
            .and("LIFTED_BECAUSE", because);
    Columns inForce = Columns.of("ID", id).and("MATCH_KEY", read.key());
    return sql.write(c -> TABLE.update(c, change, inForce)) == 1;
  }

  private static Keyed keyed(SuppressionRow row) {
    return new Keyed(row.getMatchKey(), suppression(row));
  }

  private static Suppression suppression(SuppressionRow row) {
    return new Suppression(
        row.getId(),
        row.getAddress(),
        row.getDomain(),
        Scope.parse(row.getScope()).orElseThrow(),
        Words.of(SuppressionReason.class, row.getReason(), SuppressionReason.MANUAL),
        Instant.ofEpochMilli(row.getCreatedAt()),
        row.getCreatedBy(),
        row.getNote());
  }

  private static PastSuppression past(SuppressionRow row) {
    Long liftedAt = row.getLiftedAt();
    return new PastSuppression(
        suppression(row),
        liftedAt == null
            ? null
            : new PastSuppression.Lifted(
                Instant.ofEpochMilli(liftedAt),
                String.valueOf(row.getLiftedBy()),
                row.getLiftedBecause()));
  }

  /** A suppression and what it matches. */
  record Keyed(String key, Suppression suppression) {}
}
