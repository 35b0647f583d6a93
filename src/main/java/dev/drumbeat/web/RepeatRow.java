package dev.drumbeat.web;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The table of answers that a repeated request gets again, for a day. */
@Table(RepeatRow.TABLE)
public interface RepeatRow extends RawEntity<Long> {

  String TABLE = "REPEATED";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Who asked, where and under which key, hashed. */
  @NotNull
  @Unique
  @StringLength(64)
  String getRequestKey();

  /** The body, hashed. */
  @NotNull
  @StringLength(64)
  String getBodyHash();

  /** The status of the answer; null while there is none. */
  @Nullable Integer getStatus();

  /** The header Location of the answer. */
  @StringLength(450)
  @Nullable String getLocation();

  /** The body of the answer. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getAnswer();

  /** When the request came first, epoch milliseconds. */
  @Indexed
  @NotNull
  Long getCreatedAt();
}
