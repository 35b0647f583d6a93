package dev.drumbeat.reply;

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
 * The table of messages that came back, declared for Active Objects to create; {@link ReplyStore}
 * reads and writes it by statements.
 */
@Table(ReplyRow.TABLE)
@Indexes({
  @Index(
      name = "campaign",
      methodNames = {"getCampaignId", "getState"}),
  @Index(
      name = "unfinished",
      methodNames = {"getAccountId", "getStage"})
})
public interface ReplyRow extends RawEntity<Long> {

  String TABLE = "REPLY";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Counts changes by people, from 1. */
  @NotNull
  Integer getVersion();

  /** {@code <account>.<uid validity>.<uid>}. */
  @NotNull
  @Unique
  @StringLength(64)
  String getUidKey();

  /** Of its Message-ID and sender; the same in every mailbox that it lies in. */
  @NotNull
  @Unique
  @StringLength(32)
  String getMessageKey();

  /** The mail account in whose mailbox it was found. */
  @NotNull
  Long getAccountId();

  /** A name of {@link ReplyKind}. */
  @NotNull
  @StringLength(20)
  String getKind();

  /** A name of {@link dev.drumbeat.mail.failure.Failure}; null for what is no bounce. */
  @StringLength(20)
  @Nullable String getFailure();

  /** The day on which the lead is back, ISO; null is unknown. */
  @StringLength(10)
  @Nullable String getReturnOn();

  /** What the kind rests on, one sign a line. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getEvidence();

  /** Whom it is from, normal form; null when that is no address. */
  @StringLength(320)
  @Nullable String getFromAddress();

  /** Cut to what fits. */
  @StringLength(450)
  @Nullable String getSubject();

  /** Without brackets, cut to what fits. */
  @StringLength(450)
  @Nullable String getMessageId();

  /** When it came into the mailbox, epoch milliseconds. */
  @NotNull
  Long getReceivedAt();

  /** What its writer typed, quotes and all. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getText();

  /** The same without quotes and signature. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getNewText();

  /** A name of {@link Confidence}. */
  @NotNull
  @StringLength(20)
  String getConfidence();

  /** What the match rests on. */
  @StringLength(450)
  @Nullable String getMatchedBy();

  /** The lead whose message it is, normal form. */
  @NotNull
  @StringLength(320)
  String getLeadAddress();

  /** {@link dev.drumbeat.audience.AddressKey} of the lead. */
  @Indexed
  @NotNull
  @StringLength(32)
  String getLeadKey();

  /** Null when nothing of ours is answered. */
  @Indexed
  @Nullable Long getEnrollmentId();

  /** The step that it answers. */
  @Nullable Long getSendId();

  /** The campaign of the run, or of the lead's newest one. */
  @NotNull
  Long getCampaignId();

  /** The issue of that run. */
  @Indexed
  @Nullable Long getIssueId();

  /** Its key at admission. */
  @Nullable String getIssueKey();

  /** A name of {@link ReplyState}. */
  @NotNull
  @StringLength(20)
  String getState();

  /** A name of {@link Stage}. */
  @NotNull
  @StringLength(20)
  String getStage();

  /** The comment on the issue. */
  @Nullable Long getCommentId();

  /** When it was read, epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getUpdatedAt();
}
