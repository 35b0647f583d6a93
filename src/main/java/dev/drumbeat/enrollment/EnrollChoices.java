package dev.drumbeat.enrollment;

import static java.util.Comparator.comparing;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceFilter;
import dev.drumbeat.sequence.SequenceSummary;
import dev.drumbeat.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds by name where somebody may enroll a lead: campaigns that the actor may see and that are not
 * over, and sequences. Those that take nobody now are named as well, with the reason, behind the
 * others.
 */
public final class EnrollChoices {

  private final CampaignStore campaigns;
  private final Sequences sequences;

  public EnrollChoices(CampaignStore campaigns, Sequences sequences) {
    this.campaigns = campaigns;
    this.sequences = sequences;
  }

  /** Those whose names contain the text, at most so many of either kind. */
  public List<EnrollChoice> find(Actor actor, String text, int most) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    String owner = actor.has(Right.ADMINISTER) ? null : actor.userKey();
    List<EnrollChoice> found = new ArrayList<>();
    campaigns.search(owner, text, most).forEach(campaign -> found.add(of(campaign)));
    List<SequenceSummary> named = sequences.page(actor, new SequenceFilter(text, null), 0, most);
    Map<Long, Campaign> carriers =
        campaigns.carriers(named.stream().map(SequenceSummary::id).toList());
    named.forEach(sequence -> found.add(of(sequence, carriers.get(sequence.id()))));
    found.sort(comparing(choice -> choice.whyNot() != null));
    return found;
  }

  private static EnrollChoice of(Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    return new EnrollChoice(
        EnrollTarget.campaign(campaign.id()),
        campaign.plan().name(),
        campaign.state(),
        rule == null ? null : rule.addressField(),
        whyNot(campaign));
  }

  private static EnrollChoice of(SequenceSummary sequence, @Nullable Campaign carrier) {
    return new EnrollChoice(
        EnrollTarget.sequence(sequence.id()),
        sequence.name(),
        null,
        null,
        whyNot(sequence, carrier));
  }

  private static @Nullable Reason whyNot(SequenceSummary sequence, @Nullable Campaign carrier) {
    if (sequence.sendingConfigId() == null) {
      return Reason.of("drumbeat.enroll.choice.no-account");
    }
    if (sequence.stepCount() == 0) {
      return Reason.of("drumbeat.enroll.choice.no-steps");
    }
    // One that is over is replaced by another.
    return carrier == null || carrier.state().isOver() ? null : whyNot(carrier);
  }

  private static @Nullable Reason whyNot(Campaign campaign) {
    if (campaign.state() == CampaignState.DRAFT || campaign.state() == CampaignState.SCHEDULED) {
      return Reason.of("drumbeat.enroll.choice.not-begun");
    }
    try {
      Targets.mustTakeLeads(campaign);
      return null;
    } catch (Refusal refusal) {
      return refusal.reason();
    }
  }
}
