package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.DRAFT;
import static dev.drumbeat.campaign.CampaignState.RUNNING;
import static dev.drumbeat.campaign.CampaignState.SCHEDULED;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Launches campaigns: checks everything that would stop them, then admits the audience on the pool.
 * How far that is stands on the campaign.
 */
public final class Launch {

  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

  private final Stores stores;
  private final VisibleCampaigns visible;
  private final Audience audience;
  private final Entries entries;
  private final FlowObstacles flows;
  private final LaunchRun run;
  private final Executor pool;

  public Launch(
      Stores stores,
      VisibleCampaigns visible,
      Audience audience,
      Entries entries,
      FlowObstacles flows,
      LaunchRun run,
      Executor pool) {
    this.stores = stores;
    this.visible = visible;
    this.audience = audience;
    this.entries = entries;
    this.flows = flows;
    this.run = run;
    this.pool = pool;
  }

  /**
   * Launches a draft now, or at the time that it is scheduled for. A second launch is a conflict.
   */
  public Campaign launch(Actor actor, long id) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Campaign read = visible.get(actor, id);
    if (read.state() != DRAFT) {
      throw launched(read);
    }
    Instant scheduledAt = read.plan().scheduledAt();
    boolean later = scheduledAt != null && scheduledAt.isAfter(stores.clock().instant());
    if (!(later ? schedule(read, Cause.user(actor)) : start(read, Cause.user(actor)))) {
      throw launched(visible.get(actor, id));
    }
    return visible.get(actor, id);
  }

  private static Conflict launched(Campaign campaign) {
    return new Conflict(
        Reason.of(
            "drumbeat.campaign.launched",
            campaign.plan().name(),
            Reason.of("drumbeat.campaign.state." + campaign.state().word())));
  }

  private boolean schedule(Campaign read, Cause cause) {
    check(read);
    Instant now = stores.clock().instant();
    entries.publish(read, read.ownerKey(), now);
    return stores
        .sql()
        .write(
            c -> {
              boolean done = stores.campaigns().changeState(c, read, SCHEDULED, now);
              if (done) {
                NewEvent event = NewEvent.of(EventType.SCHEDULED, read.id(), cause);
                stores.events().append(c, event.from(read.state(), SCHEDULED));
              }
              return done;
            });
  }

  /** Begins to admit; refuses, naming the fields, a campaign that cannot work. */
  boolean start(Campaign read, Cause cause) {
    int issues = check(read);
    Instant now = stores.clock().instant();
    entries.publish(read, read.ownerKey(), now);
    boolean started =
        stores
            .sql()
            .write(
                c -> {
                  boolean done = stores.campaigns().launch(c, read, issues, now);
                  if (done) {
                    NewEvent event = NewEvent.of(EventType.LAUNCHED, read.id(), cause);
                    stores.events().append(c, event.from(read.state(), RUNNING));
                  }
                  return done;
                });
    if (started) {
      LOG.info("{}: launched, issues in its audience: {}", read.about(), issues);
      goOn(read);
    }
    return started;
  }

  /** Goes on with a launch that was cut short, unless it is under way. */
  void goOn(Campaign campaign) {
    pool.execute(() -> run.goOn(campaign.id()));
  }

  /** Everything for which a launch of the campaign would be refused now. */
  public Problems obstacles(Campaign campaign) {
    Problems problems = new Problems();
    check(campaign, problems);
    return problems;
  }

  /** Answers how many issues there are to admit. */
  private int check(Campaign campaign) {
    Problems problems = new Problems();
    int issues = check(campaign, problems);
    problems.refuse();
    return issues;
  }

  private int check(Campaign campaign, Problems problems) {
    AudienceRule rule = campaign.plan().audience();
    int issues = 0;
    if (rule == null) {
      problems.add("audience", "drumbeat.invalid.required");
    } else if (audience.check(rule, campaign.ownerKey(), problems, "audience")) {
      issues = audience.count(rule, campaign.ownerKey());
      mustFit(rule, issues, problems);
    }
    entries.entry(campaign, problems);
    flows.check(campaign, problems);
    return issues;
  }

  /** Notes an audience over its limit, with both numbers. */
  private static void mustFit(AudienceRule rule, int issues, Problems problems) {
    if (issues > rule.mostIssues()) {
      problems.add("audience.limit", "drumbeat.audience.over-limit", issues, rule.mostIssues());
    }
  }

  /** Refuses an audience over its limit. */
  static void mustFit(AudienceRule rule, int issues) {
    Problems problems = new Problems();
    mustFit(rule, issues, problems);
    problems.refuse();
  }
}
