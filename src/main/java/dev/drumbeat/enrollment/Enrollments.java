package dev.drumbeat.enrollment;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.util.List;

/** Enrollments as a user may see them: those of the campaigns that the user may see. */
public final class Enrollments {

  private final Stores stores;
  private final VisibleCampaigns visible;
  private final IssueReader issues;

  public Enrollments(Stores stores, VisibleCampaigns visible, IssueReader issues) {
    this.stores = stores;
    this.visible = visible;
    this.issues = issues;
  }

  /** What a query asks for, as far as the actor may see it; refuses, naming the parameters. */
  public EnrollmentFilter filter(Actor actor, EnrollmentQuery query) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    EnrollmentFilter filter = new QueryCheck(actor, visible, issues).check(query);
    return actor.has(Right.ADMINISTER) ? filter : filter.ownedBy(actor.userKey());
  }

  /** Enrollments, the newest first. The filter comes from {@link #filter}. */
  public List<Enrollment> page(EnrollmentFilter filter, int startAt, int maxResults) {
    return stores.enrollments().page(filter, startAt, maxResults);
  }

  /** How many there are. The filter comes from {@link #filter}. */
  public int count(EnrollmentFilter filter) {
    return stores.enrollments().count(filter);
  }

  /** One enrollment; that of somebody else's campaign is not there. */
  public Enrollment get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return stores
        .enrollments()
        .find(id)
        .filter(run -> mayBeSeen(actor, run))
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.enrollment.not-found", Long.toString(id))));
  }

  private boolean mayBeSeen(Actor actor, Enrollment run) {
    return stores.campaigns().find(run.campaignId()).filter(c -> c.isVisibleTo(actor)).isPresent();
  }

  /** What happened in a run, in the order in which it happened. */
  public List<Event> events(Enrollment run, int startAt, int maxResults) {
    return stores.events().page(EventFilter.ofEnrollment(run.id()), startAt, maxResults);
  }

  /** What happened in a campaign, in the order in which it happened. */
  public List<Event> eventsOfCampaign(Actor actor, long campaignId, int startAt, int maxResults) {
    EventFilter filter = EventFilter.ofCampaign(visible.get(actor, campaignId).id());
    return stores.events().page(filter, startAt, maxResults);
  }

  /** How much happened in a campaign. */
  public int countEventsOfCampaign(Actor actor, long campaignId) {
    return stores.events().count(EventFilter.ofCampaign(visible.get(actor, campaignId).id()));
  }
}
