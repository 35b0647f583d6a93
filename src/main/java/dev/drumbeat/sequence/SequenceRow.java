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

/** The table of sequences, written by {@link SequenceStore} only. */
@Preload
@Table(SequenceRow.TABLE)
public interface SequenceRow extends RawEntity<Long> {

  String TABLE = "SEQUENCE";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Counts changes of the sequence and of its steps, from 1. */
  @NotNull
  Integer getVersion();

  /** What people call it. */
  @NotNull
  @StringLength(SequenceDraft.LONGEST_NAME)
  String getName();

  /** The name in lower case, by which lists are sorted. */
  @NotNull
  @StringLength(SequenceDraft.LONGEST_NAME)
  String getNameKey();

  /** What it is for. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getDescription();

  /** The user key of its owner. */
  @NotNull
  String getOwnerKey();

  /** The mail account that carries leads enrolled directly; null is none. */
  @Nullable Long getSendingConfigId();

  /** Whether it belongs to one campaign and is in no list. */
  boolean isHidden();

  /** How many steps it has. */
  int getStepCount();

  /** The newest published version, 0 is none yet; null is from before there were versions. */
  @Nullable Integer getPublished();

  /** Only release 0.1.0 writes it, which may come back. */
  @Indexed
  @Nullable Long getReplacedAt();

  /** Only release 0.1.0 writes it, which may come back. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getEarlierSteps();

  /** When somebody deleted it whose campaigns keep their history, epoch milliseconds; else null. */
  @Nullable Long getDeletedAt();

  /** When it was made, epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** When it or one of its steps was last changed, epoch milliseconds. */
  @NotNull
  Long getUpdatedAt();
}
