package dev.drumbeat.health;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The table of the last run of each job; one row for each node where a job runs on all. */
@Table(JobRunRow.TABLE)
public interface JobRunRow extends RawEntity<Long> {

  String TABLE = "JOB_RUN";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** The job, and the node behind a blank where it runs on all. */
  @NotNull
  @Unique
  @StringLength(120)
  String getJobKey();

  /** The job. */
  @NotNull
  @StringLength(60)
  String getJob();

  /** The node that ran it last; null where there is only one. */
  @Nullable String getNode();

  /** Epoch milliseconds. */
  @NotNull
  Long getStartedAt();

  /** Epoch milliseconds; null while it runs. */
  @Nullable Long getEndedAt();

  /** A name of the scheduler's outcomes; null while it runs. */
  @StringLength(20)
  @Nullable String getOutcome();

  /** Runs in a row that failed. */
  int getFailures();
}
