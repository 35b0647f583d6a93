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
 * The table of sends, declared for Active Objects to create; {@link SendStore} reads and writes it
 * by statements. Caps are counted by the indexes that end with the hand-over.
 */
@Table(SendRow.TABLE)
@Indexes({
  @Index(
      name = "lease",
      methodNames = {"getState", "getLeaseUntil"}),
  @Index(
      name = "account",
      methodNames = {"getAccountId", "getHandedOverAt"}),
  @Index(
      name = "campaign",
      methodNames = {"getCampaignId", "getHandedOverAt"}),
  @Index(
      name = "lead",
      methodNames = {"getAddressKey", "getHandedOverAt"})
})
public interface SendRow extends RawEntity<Long> {

  String TABLE = "SEND";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** {@code e<enrollment>.r<run>.s<step>}: nobody gets a step twice (X1). */
  @NotNull
  @Unique
  @StringLength(60)
  String getSendKey();

  /** The run that it belongs to. */
  @Indexed
  @NotNull
  Long getEnrollmentId();

  /** The run's campaign. */
  @NotNull
  Long getCampaignId();

  /** The campaign's sequence. */
  @NotNull
  Long getSequenceId();

  /** Which of the lead's runs, from 1. */
  @NotNull
  Integer getRun();

  /** The step that it says. */
  @NotNull
  Long getStepId();

  /**
   * The published version of the sequence that it says (V5); null is from before there were any.
   */
  @Nullable Integer getSequenceVersion();

  /** The mail account that it is sent from. */
  @NotNull
  Long getAccountId();

  /** A name of {@link SendState}. */
  @NotNull
  @StringLength(20)
  String getState();

  /** Whom it is for, normal form. */
  @NotNull
  @StringLength(320)
  String getAddress();

  /** The identity of the lead. */
  @NotNull
  @StringLength(32)
  String getAddressKey();

  /** The lead's issue; null for a lead without one. */
  @Indexed
  @Nullable Long getIssueId();

  /** Whether nothing was sent to the lead in this run before it. */
  boolean isOpener();

  /** As it was rendered for the last attempt. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getSubject();

  /** The variant of its step that it says; null when the step has none. */
  @StringLength(20)
  @Nullable String getVariant();

  /** With angle brackets. */
  @StringLength(450)
  @Nullable String getMessageId();

  /** A hash of the Message-ID, which is too long for some indexes. */
  @Indexed
  @Nullable
  @StringLength(32)
  String getMessageKey();

  /** How often a server was asked to take it. */
  @NotNull
  Integer getAttempts();

  /** When the address was first refused for now, epoch milliseconds; null is never. */
  @Nullable Long getFailingSince();

  /** Epoch milliseconds; null unless it is deferred. */
  @Nullable Long getRetryAt();

  /** The node that works on it; null when none does. */
  @Nullable String getNode();

  /** The engine on that node, anew with each start. */
  @StringLength(60)
  @Nullable String getHolder();

  /** Until when it is theirs, epoch milliseconds of the system's clock. */
  @Nullable Long getLeaseUntil();

  /** Epoch milliseconds; null when no byte of the body has left. */
  @Nullable Long getHandedOverAt();

  /** Epoch milliseconds; null while it is open. */
  @Nullable Long getEndedAt();

  /** Why it is in its state, as {@link dev.drumbeat.mail.ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getReason();

  /** Epoch milliseconds; null when it did not come back. */
  @Nullable Long getBouncedAt();

  /** Up to when replies were looked at before it left, epoch milliseconds. */
  @Nullable Long getMailboxReadAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** Epoch milliseconds. */
  @NotNull
  Long getUpdatedAt();
}
