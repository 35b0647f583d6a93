package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Enrollments as a user may see them: those of the campaigns that the user may see, and those that
 * the user began by enrolling somebody. On an issue everybody sees them who may browse it.
 */
public final class Enrollments {

  private static final int MOST_OF_ISSUE = 20;

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
    if (actor.has(Right.ADMINISTER)) {
      return filter;
    }
    // An issue that was asked for is one that the actor may browse.
    return filter.issueId() == null
        ? filter.ownedBy(actor.userKey())
        : filter.ownedOrEnrolledBy(actor.userKey());
  }

  /** Enrollments, the newest first. The filter comes from {@link #filter}. */
  public List<Enrollment> page(EnrollmentFilter filter, int startAt, int maxResults) {
    return stores.enrollments().page(filter, startAt, maxResults);
  }

  /** How many there are. The filter comes from {@link #filter}. */
  public int count(EnrollmentFilter filter) {
    return stores.enrollments().count(filter);
  }

  /** One enrollment; that of somebody else's campaign, enrolled by somebody else, is not there. */
  public Enrollment get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return stores
        .enrollments()
        .find(id)
        .filter(run -> isBegunBy(actor, run) || isOfVisibleCampaign(actor, run))
        .orElseThrow(() -> notFound(id));
  }

  private static NotFound notFound(long id) {
    return new NotFound(Reason.of("drumbeat.enrollment.not-found", Long.toString(id)));
  }

  private boolean isOfVisibleCampaign(Actor actor, Enrollment run) {
    return stores.campaigns().find(run.campaignId()).filter(c -> c.isVisibleTo(actor)).isPresent();
  }

  /** Whoever enrolled the lead, unless the issue was hidden from them since. */
  private boolean isBegunBy(Actor actor, Enrollment run) {
    Long issueId = run.lead().issueId();
    return run.isEnrolledBy(actor)
        && (issueId == null || issues.isVisible(issueId, actor.userKey()));
  }

  /** The runs that came through an issue, the newest first, for everybody who may browse it. */
  public List<Enrollment> ofIssue(Actor actor, String issueKey, int maxResults) {
    EnrollmentFilter filter = EnrollmentFilter.ofIssue(issue(actor, issueKey));
    return stores.enrollments().page(filter, 0, maxResults);
  }

  /** The id of an issue that the actor may browse. */
  public long issue(Actor actor, String issueKey) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return issues
        .findId(issueKey, actor.userKey())
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.enrollment.no-issue", issueKey)));
  }

  /** One run that came through an issue, for everybody who may browse it. */
  public Enrollment ofIssue(Actor actor, String issueKey, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    Optional<Long> issueId = issues.findId(issueKey, actor.userKey());
    return stores
        .enrollments()
        .find(id)
        .filter(run -> issueId.isPresent() && issueId.get().equals(run.lead().issueId()))
        .orElseThrow(() -> notFound(id));
  }

  /** Whether any run came through an issue, over or not. */
  public boolean isAnyOf(long issueId) {
    return !stores.enrollments().page(EnrollmentFilter.ofIssue(issueId), 0, 1).isEmpty();
  }

  /** Whether a run of an issue goes on that the actor may steer. */
  public boolean maySteerAnyOf(Actor actor, long issueId) {
    List<Enrollment> open =
        stores.enrollments().page(EnrollmentFilter.ofIssue(issueId), 0, MOST_OF_ISSUE).stream()
            .filter(run -> !run.state().isOver())
            .toList();
    Set<Long> campaigns = open.stream().map(Enrollment::campaignId).collect(toSet());
    return open.stream().anyMatch(run -> run.isEnrolledBy(actor))
        || stores.campaigns().findAll(campaigns).values().stream()
            .anyMatch(campaign -> campaign.isVisibleTo(actor));
  }

  /** Whether the actor may steer a run that is shown on an issue, or only see it there. */
  public boolean maySteer(Actor actor, Enrollment run) {
    return run.isEnrolledBy(actor) || isOfVisibleCampaign(actor, run);
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

  /** What happened in a campaign, the last first. */
  public List<Event> latestEvents(Actor actor, long campaignId, int startAt, int maxResults) {
    EventFilter filter = EventFilter.ofCampaign(visible.get(actor, campaignId).id());
    return stores.events().latest(filter, startAt, maxResults);
  }

  /** Those runs of a campaign that have one of the ids; for one page of something. */
  public Map<Long, Enrollment> ofCampaign(Actor actor, long campaignId, Collection<Long> ids) {
    long campaign = visible.get(actor, campaignId).id();
    return stores.enrollments().findAll(ids).values().stream()
        .filter(run -> run.campaignId() == campaign)
        .collect(toMap(Enrollment::id, Function.identity()));
  }

  /** How much happened in a campaign. */
  public int countEventsOfCampaign(Actor actor, long campaignId) {
    return stores.events().count(EventFilter.ofCampaign(visible.get(actor, campaignId).id()));
  }
}
