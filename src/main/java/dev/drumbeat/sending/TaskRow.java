package dev.drumbeat.sending;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * The table of tasks that runs have given to people, declared for Active Objects to create; {@link
 * TaskStore} reads and writes it by statements. A row is there before its issue is made.
 */
@Table(TaskRow.TABLE)
@Indexes({
  @Index(
      name = "looked",
      methodNames = {"getState", "getLookedAt"})
})
public interface TaskRow extends RawEntity<Long> {

  String TABLE = "TASK";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** {@code e<enrollment>.r<run>.s<step>}: no step makes two. */
  @NotNull
  @Unique
  @StringLength(60)
  String getTaskKey();

  /** The run. */
  @Indexed
  @NotNull
  Long getEnrollmentId();

  /** Its campaign. */
  @NotNull
  Long getCampaignId();

  /** The step that it is of. */
  @NotNull
  Long getStepId();

  /** A name of {@link TaskState}. */
  @NotNull
  @StringLength(20)
  String getState();

  /** Whether the run waits for it. */
  boolean isHeld();

  /** The issue; null as long as it is being made. */
  @Indexed
  @Nullable Long getIssueId();

  /** Its key when it was made. */
  @Nullable String getIssueKey();

  /** What is to be done, in one line. */
  @StringLength(450)
  @Nullable String getSummary();

  /** The node that makes it. */
  @Nullable String getNode();

  /** The engine that makes it. */
  @StringLength(40)
  @Nullable String getHolder();

  /** Until when nobody else makes it, epoch milliseconds of the clock of leases. */
  @Nullable Long getLeaseUntil();

  /** When its issue was last looked at, epoch milliseconds. */
  @Nullable Long getLookedAt();

  /** When it was done or given up, epoch milliseconds. */
  @Nullable Long getEndedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getCreatedAt();
}
