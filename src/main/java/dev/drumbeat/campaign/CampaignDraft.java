package dev.drumbeat.campaign;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.time.ScheduleDraft;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as somebody wrote it, not checked yet: null is what was left out. The names are those
 * of the REST contract. The version is that of the campaign it was made from. Subject, html and
 * text are the mail of a broadcast.
 */
public record CampaignDraft(
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String kind,
    @Nullable Long sequenceId,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    @Nullable Who audience,
    @Nullable List<Long> mailAccountIds,
    @Nullable Long sendingConfigId,
    @Nullable ScheduleDraft schedule,
    @Nullable String scheduledAt,
    @Nullable Most limits,
    @Nullable Stops stopOn,
    @Nullable Aim goal) {

  static final int LONGEST_NAME = 100;

  /** Whom to write to. */
  public record Who(
      @Nullable Long filterId,
      @Nullable String jql,
      @Nullable String addressField,
      @Nullable String mode,
      @Nullable Integer limit,
      @Nullable String until) {

    /** Words of the mode. */
    static final String LIVE = "live";

    static final String SNAPSHOT = "snapshot";

    /** Without an end. */
    public Who(
        @Nullable Long filterId,
        @Nullable String jql,
        @Nullable String addressField,
        @Nullable String mode,
        @Nullable Integer limit) {
      this(filterId, jql, addressField, mode, limit, null);
    }

    AudienceRule rule() {
      String field = addressField == null ? AudienceRule.REPORTER : addressField;
      return new AudienceRule(filterId, jql, field, limit, LIVE.equals(mode), end());
    }

    /** What is no moment is none here, and refused by the check. */
    private @Nullable Instant end() {
      try {
        return until == null ? null : OffsetDateTime.parse(until.strip()).toInstant();
      } catch (DateTimeParseException e) {
        return null;
      }
    }
  }

  /** How much may go out. */
  public record Most(@Nullable Integer perDay, @Nullable Integer newPerDay) {

    static final Most UNSAID = new Most(null, null);
  }

  /** What ends a lead's run early. */
  public record Stops(@Nullable Boolean reply) {}

  /** What it is to reach. */
  public record Aim(@Nullable String metric, @Nullable Integer target) {}

  /** Whether it brings a mail of its own. */
  boolean hasMail() {
    return subject != null || html != null || text != null;
  }

  StepDraft mail() {
    return StepDraft.mail(subject, html, text);
  }

  /**
   * Whether it is the short form of a broadcast: a mail, a time and no kind. It is scheduled as
   * soon as it is made.
   */
  public boolean isShort() {
    return kind == null && hasMail() && scheduledAt != null;
  }
}
