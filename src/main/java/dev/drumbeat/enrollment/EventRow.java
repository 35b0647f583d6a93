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
import org.jspecify.annotations.Nullable;

/** The table of everything that happened; rows are added and never changed. */
@Preload
@Table(EventRow.TABLE)
@Indexes(
    @Index(
        name = "kind",
        methodNames = {"getType", "getAt"}))
public interface EventRow extends RawEntity<Long> {

  String TABLE = "EVENT";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Epoch milliseconds. */
  @Indexed
  @NotNull
  Long getAt();

  /** A name of {@link EventType}. */
  @NotNull
  @StringLength(20)
  String getType();

  /** The campaign. */
  @Indexed
  @NotNull
  Long getCampaignId();

  /** The run; null for the campaign as a whole. */
  @Indexed
  @Nullable Long getEnrollmentId();

  /** The send, if it is about one. */
  @Nullable Long getSendId();

  /** The issue of the run. */
  @Nullable Long getIssueId();

  /** A user key or a part of the app. */
  @NotNull
  String getActor();

  /** The state before, if it changed. */
  @StringLength(20)
  @Nullable String getBeforeState();

  /** The state after, if it changed. */
  @StringLength(20)
  @Nullable String getAfterState();

  /** A reason, as {@link dev.drumbeat.mail.ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getDetail();
}
