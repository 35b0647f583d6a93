package dev.drumbeat.enrollment;

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

/** The table of candidates who were not admitted. */
@Preload
@Table(LeftOutRow.TABLE)
public interface LeftOutRow extends RawEntity<Long> {

  String TABLE = "LEFT_OUT";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** {@code <campaign>.<issue>.<address>}, so that a launch that is resumed counts nobody twice. */
  @NotNull
  @Unique
  @StringLength(80)
  String getLeftKey();

  /** The campaign. */
  @Indexed
  @NotNull
  Long getCampaignId();

  /** The key at launch. */
  @NotNull
  String getIssueKey();

  /** As the issue had it; null is none. */
  @StringLength(320)
  @Nullable String getAddress();

  /** A name of {@link LeftOutReason}. */
  @NotNull
  @StringLength(20)
  String getWhy();

  /** A reason, as {@link dev.drumbeat.mail.ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getDetail();
}
