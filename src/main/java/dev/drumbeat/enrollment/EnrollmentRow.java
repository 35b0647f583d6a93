package dev.drumbeat.enrollment;

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
 * The table of enrollments, declared for Active Objects to create; {@link EnrollmentStore} reads
 * and writes it by statements. Due work is the first index, never a scan of an audience.
 */
@Table(EnrollmentRow.TABLE)
@Indexes({
  @Index(
      name = "due",
      methodNames = {"getShard", "getState", "getDueAt"}),
  @Index(
      name = "next",
      methodNames = {"getCampaignId", "getState", "getDueAt"}),
  @Index(
      name = "address",
      methodNames = {"getAddressLookup", "getAddressKey"}),
  @Index(
      name = "domain",
      methodNames = {"getDomainLookup", "getAddressKey"}),
  @Index(
      name = "name",
      methodNames = {"getNameLookup", "getAddressKey"})
})
public interface EnrollmentRow extends RawEntity<Long> {

  String TABLE = "ENROLLMENT";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Counts every change, from 1. */
  @NotNull
  Integer getVersion();

  /** The campaign. */
  @NotNull
  Long getCampaignId();

  /** The campaign's sequence. */
  @Indexed
  @NotNull
  Long getSequenceId();

  /** Which of the lead's runs through the campaign, from 1. */
  @NotNull
  Integer getRun();

  /** Normal form. */
  @NotNull
  @StringLength(320)
  String getAddress();

  /** The identity of the lead: {@link dev.drumbeat.audience.AddressKey}. */
  @Indexed
  @NotNull
  @StringLength(32)
  String getAddressKey();

  /** {@link dev.drumbeat.audience.Lookup} of the address. */
  @StringLength(120)
  @Nullable String getAddressLookup();

  /** {@link dev.drumbeat.audience.Lookup} of its domain. */
  @StringLength(120)
  @Nullable String getDomainLookup();

  /** {@link dev.drumbeat.audience.Lookup} of the name; null without one. */
  @StringLength(120)
  @Nullable String getNameLookup();

  /** What the lead is called; null is unknown. */
  @Nullable String getLeadName();

  /** Null for a lead without an issue. */
  @Indexed
  @Nullable Long getIssueId();

  /** The key at admission. */
  @Nullable String getIssueKey();

  /** A name of {@link EnrollmentState}. */
  @NotNull
  @StringLength(20)
  String getState();

  /** A name of {@link EndReason} or {@link PauseReason}, as the state says; else null. */
  @StringLength(20)
  @Nullable String getReason();

  /** {@code a.<campaign>.<lead>}, when it is over {@code f.<campaign>.<lead>.<run>}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getActiveKey();

  /** The mail account whose tick works it. */
  @NotNull
  Long getShard();

  /** The mail account that it is sent from. */
  @NotNull
  Long getAccountId();

  /** The next step, or the last one when it is over. */
  @NotNull
  Long getStepId();

  /** The position of that step. */
  @NotNull
  Integer getPosition();

  /** The published version for which step and due time were computed; null is the first. */
  @Nullable Integer getSequenceVersion();

  /** Epoch milliseconds; null when nothing comes. */
  @Nullable Long getDueAt();

  /** What delays count from, epoch milliseconds. */
  @NotNull
  Long getAnchorAt();

  /** An IANA zone. */
  @NotNull
  @StringLength(60)
  String getZone();

  /** A name of {@link dev.drumbeat.time.ZoneSource}; null is that of the campaign. */
  @StringLength(20)
  @Nullable String getZoneSource();

  /** As {@link VariablesText} writes them; null is none. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getVariables();

  /** The user who enrolled the lead directly; null for one whom the launch admitted. */
  @Nullable String getEnrolledBy();

  /** Why the next step was put off. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getWaitReason();

  /** Epoch milliseconds; null is until somebody resumes it. */
  @Indexed
  @Nullable Long getPausedUntil();

  /** The subject that began the thread. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getFirstSubject();

  /** The last Message-ID. */
  @StringLength(450)
  @Nullable String getLastMessageId();

  /** All Message-IDs of the run with blanks between. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getReferencesText();

  /** Messages that reached the lead and did not come back; null was never counted. */
  @Nullable Integer getDelivered();

  /** When a person first answered, epoch milliseconds; null is never. */
  @Nullable Long getRepliedAt();

  /** The step that was answered first, 0 is none. */
  @Nullable Long getRepliedStepId();

  /** When the lead wanted no more, epoch milliseconds; null is never. */
  @Nullable Long getUnsubscribedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getUpdatedAt();
}
