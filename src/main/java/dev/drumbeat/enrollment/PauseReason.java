package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a run waits. */
public enum PauseReason {
  /** Somebody of ours wants it. */
  MANUAL("manual"),
  OUT_OF_OFFICE("outOfOffice"),
  /** A colleague of the lead answered. */
  COMPANY_REPLY("companyReply"),
  /** A message may be from the lead or about a mail to the lead; somebody has to look at it. */
  DOUBTFUL_REPLY("doubtfulReply"),
  /** The account of the run cannot send. */
  SENDER_DOWN("senderDown"),
  /** The message needs something that the lead or the issue does not have. */
  MISSING_DATA("missingData"),
  CAMPAIGN_PAUSED("campaignPaused"),
  /** Nobody was there to send it for so long that somebody has to say what is still wanted. */
  OVERDUE("overdue");

  private final String word;

  PauseReason(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the reason by its word. */
  public static Optional<PauseReason> of(String word) {
    return Stream.of(values()).filter(r -> r.word.equals(word)).findFirst();
  }

  /** In a sentence. */
  public Reason reason() {
    return Reason.of("drumbeat.pause." + word);
  }
}
