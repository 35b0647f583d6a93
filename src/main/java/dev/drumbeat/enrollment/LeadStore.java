package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Lookup;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds leads among the enrollments, each once, by what an index knows of them. Only reads. */
public final class LeadStore {

  /** What a lead may be found by the beginning of. */
  public enum By {
    ADDRESS("ADDRESS_LOOKUP"),
    DOMAIN("DOMAIN_LOOKUP"),
    NAME("NAME_LOOKUP");

    private final String column;

    By(String column) {
      this.column = column;
    }
  }

  /** A lead by the key of the address, with the newest of the runs that were looked at. */
  public record Found(String addressKey, long newestRun) {}

  private static final Table TABLE = Table.of(EnrollmentRow.TABLE);

  private final Sql sql;

  public LeadStore(Sql sql) {
    this.sql = sql;
  }

  /** Leads of whom something begins so, in its order; of one owner's campaigns unless null. */
  public List<Found> beginning(
      By what, String beginning, @Nullable String ownerKey, int maxResults) {
    String column = "{" + what.column + "}";
    Where where =
        Where.that(column + " >= ?", Lookup.of(beginning))
            .andThat(column + " < ?", Lookup.until(beginning))
            .andThat(CampaignStore.OF_OWNER, ownerKey);
    return find(where, column + ", {ADDRESS_KEY}", maxResults);
  }

  /** Leads who came through an issue. */
  public List<Found> ofIssue(long issueId, int maxResults) {
    return find(Where.of("ISSUE_ID", issueId), "{ADDRESS_KEY}", maxResults);
  }

  private List<Found> find(Where where, String order, int maxResults) {
    TableSql select =
        TableSql.of(
            TABLE,
            "SELECT {ADDRESS_KEY}, MAX({ID}) AS {NEWEST} FROM {}%s GROUP BY %s ORDER BY %s"
                .formatted(where.alone(), order, order));
    return sql.read(
        c ->
            select.page(
                c,
                0,
                maxResults,
                row -> new Found(row.text("ADDRESS_KEY"), row.number("NEWEST")),
                where.values()));
  }

  /** The runs with these ids, in the order of the ids; a page of them at most. */
  public List<Enrollment> runs(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Long> order = new ArrayList<>(ids);
    String marks = String.join(", ", Collections.nCopies(order.size(), "?"));
    TableSql select = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} IN (%s)".formatted(marks));
    List<Enrollment> found =
        new ArrayList<>(sql.read(c -> select.read(c, EnrollmentRows::enrollment, order.toArray())));
    found.sort(Comparator.comparingInt(run -> order.indexOf(run.id())));
    return found;
  }
}
