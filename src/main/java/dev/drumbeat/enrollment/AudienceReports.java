package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells whom a campaign writes to: as the launch noted it, or before it by a rehearsal. */
public final class AudienceReports {

  private final Stores stores;
  private final VisibleCampaigns visible;
  private final Audience audience;
  private final Sieve sieve;

  public AudienceReports(
      Stores stores, VisibleCampaigns visible, Audience audience, Suppressions suppressions) {
    this.stores = stores;
    this.visible = visible;
    this.audience = audience;
    this.sieve = new Sieve(stores.enrollments(), stores.leftOut(), suppressions);
  }

  /** Some members; those who are in come first once the campaign was launched. */
  public AudienceReport get(
      Actor actor, long campaignId, AudienceFilter filter, int startAt, int maxResults) {
    Campaign campaign = visible.get(actor, campaignId);
    return campaign.isLaunched()
        ? noted(campaign, filter, startAt, maxResults)
        : rehearsed(campaign, new MemberPage(filter, startAt, maxResults));
  }

  private AudienceReport rehearsed(Campaign campaign, MemberPage page) {
    Rehearsal rehearsal = new Rehearsal(campaign, sieve, page);
    AudienceRule rule = campaign.plan().audience();
    if (rule != null) {
      Launch.mustFit(rule, audience.count(rule, campaign.ownerKey()));
      audience.read(rule, campaign.ownerKey(), rehearsal::take);
    }
    rehearsal.end();
    return page.report(rehearsal);
  }

  private AudienceReport noted(
      Campaign campaign, AudienceFilter filter, int startAt, int maxResults) {
    Map<LeftOutReason, Integer> leftOut = stores.leftOut().countByReason(campaign.id());
    int admitted = stores.enrollments().count(EnrollmentFilter.ofCampaign(campaign.id()));
    int in = filter.wantsIncluded() ? admitted : 0;
    int out = filter.wantsLeftOut() ? stores.leftOut().count(campaign.id(), filter.why()) : 0;
    List<Member> members = new ArrayList<>();
    if (startAt < in) {
      members.addAll(included(campaign, startAt, Math.min(maxResults, in - startAt)));
    }
    if (filter.wantsLeftOut() && members.size() < maxResults) {
      int from = Math.max(0, startAt - in);
      members.addAll(leftOut(campaign, filter, from, maxResults - members.size()));
    }
    return new AudienceReport(false, admitted, leftOut, in + out, members);
  }

  private List<Member> included(Campaign campaign, int startAt, int most) {
    EnrollmentFilter ofCampaign = EnrollmentFilter.ofCampaign(campaign.id());
    return stores.enrollments().page(ofCampaign, startAt, most).stream().map(Member::of).toList();
  }

  private List<Member> leftOut(Campaign campaign, AudienceFilter filter, int startAt, int most) {
    return stores.leftOut().page(campaign.id(), filter.why(), startAt, most).stream()
        .map(Member::of)
        .toList();
  }
}
