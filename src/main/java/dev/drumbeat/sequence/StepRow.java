package dev.drumbeat.sequence;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** The table of steps, written by {@link SequenceStore} only. */
@Preload
@Table(StepRow.TABLE)
public interface StepRow extends RawEntity<Long> {

  String TABLE = "STEP";

  /** Given by the database, never used again. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** The sequence it belongs to. */
  @Indexed
  @NotNull
  Long getSequenceId();

  /** Orders the steps of a sequence, from 1, with gaps. */
  @NotNull
  Integer getPosition();

  /** A template; null follows the subject of the thread. */
  @StringLength(StepDraft.LONGEST_SUBJECT)
  @Nullable String getSubject();

  /** A template; null is a mail of text only. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getHtml();

  /** A template; null is made from the html. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getTextBody();

  /** How many of the unit. */
  @NotNull
  Integer getDelayValue();

  /** A name of {@link dev.drumbeat.time.DelayUnit}. */
  @NotNull
  @StringLength(20)
  String getDelayUnit();

  /** Whether it never answers the mail before it. */
  boolean isNewThread();

  /** What the step is there for, in the words of its writer. */
  @StringLength(StepDraft.LONGEST_PURPOSE)
  @Nullable String getPurpose();

  /** What the other columns have no place for, as {@link StepText} writes it; null is nothing. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getDetails();
}
