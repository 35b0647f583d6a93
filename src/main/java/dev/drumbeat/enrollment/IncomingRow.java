package dev.drumbeat.enrollment;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** The table of what happened outside that steps may wait for; rows are added and never changed. */
@Preload
@Table(IncomingRow.TABLE)
@Indexes({
  @Index(
      name = "lead",
      methodNames = {"getAddressKey", "getNameKey", "getAt"}),
  @Index(
      name = "issue",
      methodNames = {"getIssueId", "getNameKey", "getAt"})
})
public interface IncomingRow extends RawEntity<Long> {

  String TABLE = "INCOMING";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** What happened, as it was told. */
  @NotNull
  @StringLength(IncomingDraft.LONGEST_NAME)
  String getName();

  /** The name in lower case, by which steps find it. */
  @NotNull
  @StringLength(IncomingDraft.LONGEST_NAME)
  String getNameKey();

  /** The lead that it happened to; null when it is told of an issue. */
  @StringLength(32)
  @Nullable String getAddressKey();

  /** Normal form; null when it is told of an issue. */
  @StringLength(320)
  @Nullable String getAddress();

  /** The issue that it happened to; null when it is told of a lead. */
  @Nullable Long getIssueId();

  /** What else was told, as {@link VariablesText} writes it; null is nothing. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getData();

  /** The user key of who told it. */
  @NotNull
  String getToldBy();

  /** Epoch milliseconds. */
  @NotNull
  Long getAt();
}
