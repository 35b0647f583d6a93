package dev.drumbeat.enrollment;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The table of the numbers of campaigns: a folded row for each number, and rows that were added
 * since. What something amounts to is the sum of all of them.
 */
@Preload
@Table(TallyRow.TABLE)
@Indexes(
    @Index(
        name = "fresh",
        methodNames = {"isFolded", "getId"}))
public interface TallyRow extends RawEntity<Long> {

  String TABLE = "TALLY";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** The campaign. */
  @Indexed
  @NotNull
  Long getCampaignId();

  /** What is counted, see {@link Tally}. */
  @NotNull
  @StringLength(60)
  String getMetric();

  /** The step that it is counted at; 0 is none. */
  @NotNull
  Long getStepId();

  /** How much it is more, or less. */
  @NotNull
  Long getAmount();

  /** Whether it is the sum of what was added before. */
  boolean isFolded();
}
