package dev.drumbeat.campaign;

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

/** The table of campaigns; {@link CampaignStore} writes it by conditional statements. */
@Preload
@Table(CampaignRow.TABLE)
public interface CampaignRow extends RawEntity<Long> {

  String TABLE = "CAMPAIGN";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Counts changes by people and of the state, from 1. */
  @NotNull
  Integer getVersion();

  /** {@code s.<sequence>} of the one that carries direct enrollments, else a random one. */
  @NotNull
  @Unique
  @StringLength(60)
  String getCarrierKey();

  /** What people call it. */
  @NotNull
  @StringLength(100)
  String getName();

  /** The name in small letters, which a database may not know; null where it is older than this. */
  @Nullable
  @StringLength(200)
  String getNameKey();

  /** A name of {@link CampaignKind}. */
  @NotNull
  @StringLength(20)
  String getKind();

  /** A name of {@link CampaignState}. */
  @Indexed
  @NotNull
  @StringLength(20)
  String getState();

  /** The user under whose rights it runs. */
  @Indexed
  @NotNull
  String getOwnerKey();

  /** What it says. */
  @Indexed
  @NotNull
  Long getSequenceId();

  /** The saved filter of the audience; null with a query or without an audience. */
  @Nullable Long getFilterId();

  /** The query of the audience; null with a filter or without an audience. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getJql();

  /** Where an issue has the address; null without an audience. */
  @Nullable String getAddressField();

  /** Most issues; null is the usual limit. */
  @Nullable Integer getAudienceLimit();

  /** Whether the audience is looked at again after the launch; null is not. */
  @Nullable Boolean getAudienceLive();

  /** Until when it is, epoch milliseconds; null is for as long as the campaign runs. */
  @Nullable Long getAudienceUntil();

  /** When it was last looked at again, epoch milliseconds; null is not since the launch. */
  @Nullable Long getEvaluatedAt();

  /** Ids of mail accounts with commas between. */
  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getAccountIds();

  /** The IANA zone of windows and holidays. */
  @NotNull
  @StringLength(60)
  String getZone();

  /** A name of {@link dev.drumbeat.time.ZoneRule.Whose}; null is that of the campaign. */
  @StringLength(20)
  @Nullable String getZoneOf();

  /** The custom field with the zone of a lead; null without. */
  @StringLength(60)
  @Nullable String getZoneField();

  /** As {@link ScheduleText} writes them; null is always open. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getWindows();

  /** ISO days with commas between; null is none. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getHolidays();

  /** When it starts by itself, epoch milliseconds; null is never. */
  @Nullable Long getScheduledAt();

  /** Whether a human reply ends a lead's run. */
  boolean isStopOnReply();

  /** Most messages a day; null is no limit. */
  @Nullable Integer getPerDay();

  /** Most new leads a day; null is no limit. */
  @Nullable Integer getNewPerDay();

  /** A name of {@link GoalMetric}; null without a goal. */
  @StringLength(20)
  @Nullable String getGoalMetric();

  /** How many leads are to get there; null is as many as possible. */
  @Nullable Integer getGoalTarget();

  /** Whether it carries direct enrollments. */
  boolean isAlwaysOn();

  /** A name of {@link Admission.Stage}. */
  @NotNull
  @StringLength(20)
  String getAdmission();

  /** Issues that the query counted, later everybody who was looked at. */
  int getCandidates();

  /** Leads admitted so far. */
  int getAdmitted();

  /** Candidates left out so far. */
  int getLeftOut();

  /** Epoch milliseconds; null before the launch. */
  @Nullable Long getStartedAt();

  /** Epoch milliseconds; null before the end. */
  @Nullable Long getFinishedAt();

  /** Why it was last paused, null is never. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getPauseReason();

  /** Epoch milliseconds. */
  @Nullable Long getPausedAt();

  /** Epoch milliseconds. */
  @Nullable Long getResumedAt();

  /** A name of {@link ResumePolicy}. */
  @StringLength(20)
  @Nullable String getResumePolicy();

  /** Since when its numbers are complete, epoch milliseconds; null is not yet. */
  @Nullable Long getCountedAt();

  /** The version of the sequence that leads under way follow at least; null is what they have. */
  @Nullable Integer getLeastVersion();

  /** The version for which all leads were put to their places (V4); null is none. */
  @Nullable Integer getPlacedVersion();

  /** Whether the leads follow the state already: paused, going on, or ended. */
  boolean isFollowed();

  /** Whether leads who wait are due by the schedule as it is now (T19); null is yes. */
  @Nullable Boolean getRetimed();

  /** Epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getUpdatedAt();
}
