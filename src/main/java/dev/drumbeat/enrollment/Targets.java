package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Sequences;

/** Finds the campaign that leads enter who are enrolled directly. */
final class Targets {

  private final VisibleCampaigns visible;
  private final Sequences sequences;
  private final Carriers carriers;

  Targets(VisibleCampaigns visible, Sequences sequences, Carriers carriers) {
    this.visible = visible;
    this.sequences = sequences;
    this.carriers = carriers;
  }

  /** The campaign, which is made when a sequence has none yet; refuses one that takes nobody. */
  Campaign find(Actor actor, EnrollTarget target) {
    return target.kind() == EnrollTarget.Kind.CAMPAIGN
        ? campaign(actor, target.id())
        : carriers.of(actor, sequences.get(actor, target.id()));
  }

  /** The same without a trace: a campaign that would be made has the id 0. */
  Campaign foresee(Actor actor, EnrollTarget target) {
    return target.kind() == EnrollTarget.Kind.CAMPAIGN
        ? campaign(actor, target.id())
        : carriers.foreseen(actor, sequences.get(actor, target.id()));
  }

  private Campaign campaign(Actor actor, long id) {
    Campaign campaign = visible.get(actor, id);
    mustTakeLeads(campaign);
    return campaign;
  }

  /** Refuses a campaign that nobody can enter now, with its state. */
  static void mustTakeLeads(Campaign campaign) {
    boolean takes =
        campaign.state() == CampaignState.RUNNING
            || (mayWait(campaign) && campaign.state() == CampaignState.PAUSED);
    if (!takes) {
      throw refusal(campaign);
    }
  }

  /** Whether leads enter while it is paused, and wait with the others until it goes on. */
  static boolean mayWait(Campaign campaign) {
    return campaign.isLaunched() && !campaign.alwaysOn();
  }

  /** Why nobody enters it now. */
  static Conflict refusal(Campaign campaign) {
    String name = campaign.plan().name();
    return new Conflict(
        campaign.alwaysOn()
            ? Reason.of("drumbeat.enroll.paused", name, Long.toString(campaign.id()))
            : Reason.of(
                "drumbeat.enroll.not-running",
                name,
                Reason.of("drumbeat.campaign.state." + campaign.state().word())));
  }
}
