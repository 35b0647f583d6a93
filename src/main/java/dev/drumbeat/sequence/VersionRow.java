package dev.drumbeat.sequence;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The table of published versions (V1): {@link VersionStore} adds rows and never changes one. */
@Preload
@Table(VersionRow.TABLE)
public interface VersionRow extends RawEntity<Long> {

  String TABLE = "SEQUENCE_VERSION";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** {@code <sequence>.<number>}: nobody publishes a number twice. */
  @NotNull
  @Unique
  @StringLength(60)
  String getVersionKey();

  /** The sequence. */
  @Indexed
  @NotNull
  Long getSequenceId();

  /** Counts the versions of the sequence, from 1. */
  @NotNull
  Integer getVersionNumber();

  /** All steps, as {@link StepText} writes them. */
  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getSteps();

  /** How many steps those are. */
  int getStepCount();

  /** A name of {@link Apply}. */
  @NotNull
  @StringLength(20)
  String getApply();

  /** Why it was published, in the words of who did it. */
  @StringLength(Publication.LONGEST_NOTE)
  @Nullable String getNote();

  /** A user key; null is the app itself. */
  @Nullable String getPublishedBy();

  /** Epoch milliseconds. */
  @NotNull
  Long getPublishedAt();

  /** Leads who were through go on if they had their last mail since then; null is nobody. */
  @Nullable Long getContinueSince();
}
