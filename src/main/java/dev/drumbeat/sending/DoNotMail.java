package dev.drumbeat.sending;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.SuppressionDraft;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import java.util.List;

/**
 * Lets users say that a person must not be written to. What is open for that person ends at once
 * (U3); runs of a whole domain end at their next step, where the same is checked.
 */
public final class DoNotMail {

  private final Suppressions suppressions;
  private final VisibleCampaigns visible;
  private final Stores stores;

  public DoNotMail(Suppressions suppressions, VisibleCampaigns visible, Stores stores) {
    this.suppressions = suppressions;
    this.visible = visible;
    this.stores = stores;
  }

  /** Suppresses, or answers what does already; a campaign must be one that the actor may see. */
  public Suppression add(Actor actor, SuppressionDraft draft) {
    Scope.parse(String.valueOf(draft.scope())).ifPresent(scope -> mustSee(actor, scope));
    // Before the runs end, so that nothing is admitted in between.
    Suppression suppression = suppressions.add(actor, draft);
    if (suppression.address() != null
        && MailAddress.parse(suppression.address()) instanceof ParsedAddress.Accepted parsed) {
      end(AddressKey.of(parsed.address()), suppression, Cause.user(actor));
    }
    return suppression;
  }

  private void mustSee(Actor actor, Scope scope) {
    if (scope.campaignId() == null) {
      return;
    }
    try {
      visible.get(actor, scope.campaignId());
    } catch (NotFound e) {
      Reason none = Reason.of("drumbeat.campaign.not-found", scope.campaignId().toString());
      throw InvalidInput.at("scope", none);
    }
  }

  /** Each run in a unit of its own: one that meets a hand-over waits for no other. */
  private void end(String addressKey, Suppression suppression, Cause cause) {
    List<Enrollment> open = stores.enrollments().activeOf(addressKey);
    Cause because = cause.because(suppression.reason().reason());
    for (Enrollment run : open) {
      if (covers(suppression.scope(), run)) {
        stores.transitions().finish(run, EndReason.SUPPRESSED, because);
      }
    }
  }

  private static boolean covers(Scope scope, Enrollment run) {
    return scope.campaignId() == null || scope.campaignId() == run.campaignId();
  }
}
