package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.SCHEDULED;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves leads to other campaigns (S7): the run ends and another one begins in one unit, by the
 * rules of every admission and the rights of the campaign's owner. Whom the other campaign does not
 * want is through with this one too, for that reason.
 */
public final class Moving {

  private static final Duration LATER = Duration.ofHours(1);

  private final Stores stores;
  private final Entries entries;
  private final Suppressions suppressions;
  private final IssueReader issues;

  public Moving(Stores stores, Entries entries, Suppressions suppressions, IssueReader issues) {
    this.stores = stores;
    this.entries = entries;
    this.suppressions = suppressions;
    this.issues = issues;
  }

  /**
   * Moves a run out of its campaign. Answers until when it has to wait, for a campaign that has not
   * begun; empty when it is done.
   */
  public Optional<Instant> move(Enrollment run, Campaign from, long targetId, Cause cause) {
    Campaign target = stores.campaigns().find(targetId).orElse(null);
    if (target == null) {
      refuse(run, Reason.of("drumbeat.move.gone", Long.toString(targetId)), cause);
      return Optional.empty();
    }
    Optional<Reason> refusal = refusal(run, from, target);
    if (refusal.isEmpty() && target.state() == SCHEDULED) {
      return Optional.of(start(target));
    }
    if (refusal.isPresent()) {
      refuse(run, refusal.get(), cause);
    } else {
      move(run, from, target, cause);
    }
    return Optional.empty();
  }

  private Instant start(Campaign target) {
    Instant now = stores.clock().instant();
    Instant planned = target.plan().scheduledAt();
    return planned != null && planned.isAfter(now) ? planned : now.plus(LATER);
  }

  private Optional<Reason> refusal(Enrollment run, Campaign from, Campaign target) {
    Long issueId = run.lead().issueId();
    boolean isHidden = issueId != null && !issues.isVisible(issueId, target.ownerKey());
    return refusal(from, target)
        .or(
            () ->
                isHidden
                    ? Optional.of(
                        Reason.of(
                            "drumbeat.enroll.owner-cannot-see",
                            String.valueOf(run.lead().issueKey())))
                    : Optional.empty());
  }

  /** Why nobody gets from one campaign into the other, whatever their states. */
  static Optional<Reason> refusal(Campaign from, Campaign target) {
    String name = target.plan().name();
    if (target.id() == from.id()) {
      return Optional.of(Reason.of("drumbeat.move.same", name));
    }
    return target.ownerKey().equals(from.ownerKey())
        ? Optional.empty()
        : Optional.of(Reason.of("drumbeat.move.other-owner", name));
  }

  private void move(Enrollment run, Campaign from, Campaign target, Cause cause) {
    Lead lead = run.lead();
    Applicant applicant =
        new Applicant(
            lead.issueId(), lead.issueKey(), lead.address().text(), lead.name(), zone(run));
    Reason to = Reason.of("drumbeat.move.to", target.plan().name());
    try {
      Targets.mustTakeLeads(target);
      admission(run, from, target, cause)
          .admitAfter(
              c -> stores.transitions().finish(c, run, EndReason.MOVED, cause.because(to)),
              applicant)
          .filter(entered -> entered.run() == null)
          .ifPresent(not -> refuse(run, not.because(), cause));
    } catch (Refusal e) {
      refuse(run, e.reason(), cause);
    } catch (SqlFailure e) {
      if (!e.isDuplicate()) {
        throw e;
      }
      refuse(run, Enrolled.not(applicant, LeftOutReason.ALREADY_ENROLLED, null).because(), cause);
    }
  }

  /** What was found out of the lead's clocks goes along (T16). */
  private static ZoneHints zone(Enrollment run) {
    String zone = run.place().zone().getId();
    return switch (run.place().zoneSource()) {
      case LEAD -> ZoneHints.NONE.saying(zone);
      case FIELD -> ZoneHints.ofField(zone);
      default -> ZoneHints.NONE;
    };
  }

  private DirectAdmission admission(Enrollment run, Campaign from, Campaign target, Cause cause) {
    Problems problems = new Problems();
    Optional<Entry> entry = entries.entry(target, problems);
    problems.refuse();
    Cause moved = cause.because(Reason.of("drumbeat.move.from", from.plan().name()));
    return new DirectAdmission(
        stores, suppressions, entry.orElseThrow(), run.variables(), run.enrolledBy(), moved);
  }

  private void refuse(Enrollment run, Reason why, Cause cause) {
    stores
        .transitions()
        .finish(run, EndReason.NOT_MOVED, cause.because(Reason.of("drumbeat.move.refused", why)));
  }
}
