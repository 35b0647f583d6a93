package dev.drumbeat.report;

import static java.util.Comparator.comparing;

import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.enrollment.DueStep;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets the time of a campaign go by in which everybody takes every step: due times by the code that
 * the engine uses, caps as the engine keeps them. Work and memory have a bound whatever the size.
 */
final class MailFlow {

  /** Hand-overs at different moments; what comes after so many is not foretold. */
  static final int MOST_MOMENTS = 200_000;

  /** How far it looks ahead. */
  static final Duration HORIZON = Duration.ofDays(2 * 366);

  private final Timeline timeline;
  private final Schedule schedule;
  private final CampaignCaps caps;
  private final Flow.Notes notes;

  MailFlow(Timeline timeline, CampaignPlan plan) {
    this.timeline = timeline;
    this.schedule = plan.schedule();
    this.caps = new CampaignCaps(plan.limits(), schedule.zone());
    this.notes = new Flow.Notes(schedule.zone());
  }

  /** Everybody of a lane enters at the start. */
  Flow run(Instant start, List<Lane> lanes, List<Step> steps) {
    timeline.first(start).ifPresent(first -> lanes.forEach(lane -> enter(lane, first, start)));
    boolean isFinished = run(start, lanes);
    return notes.flow(steps, isFinished);
  }

  private void enter(Lane lane, DueStep first, Instant start) {
    if (lane.leads() > 0) {
      mail(first, start)
          .ifPresent(due -> lane.add(Cohort.of(due.step(), true, due.dueAt(), lane.leads())));
    }
  }

  /** The first mail from there on; nobody foretells when somebody has done what is waited for. */
  private Optional<DueStep> mail(DueStep from, Instant start) {
    Optional<DueStep> next = Optional.of(from);
    while (next.map(DueStep::step).filter(Step::isTask).isPresent()) {
      DueStep made = next.get();
      next =
          made.step().isHolding()
              ? Optional.empty()
              : timeline.after(place(made.step(), start, made.dueAt()), made.dueAt());
    }
    return next;
  }

  private boolean run(Instant start, List<Lane> lanes) {
    Instant end = start.plus(HORIZON);
    for (int moment = 0; moment < MOST_MOMENTS; moment++) {
      Lane lane = lanes.stream().filter(l -> !l.isEmpty()).min(comparing(Lane::next)).orElse(null);
      if (lane == null) {
        return true;
      }
      Instant now = lane.next();
      if (now.isAfter(end)) {
        return false;
      }
      Instant open = schedule.firstOpen(now);
      if (open.isAfter(now)) {
        lane.hold(open);
      } else if (lane.allowed(now) > 0) {
        send(lane, start, now);
      }
    }
    return false;
  }

  private void send(Lane lane, Instant start, Instant now) {
    Cohort due = lane.take(now);
    int capped = caps.allowed(due.first(), now);
    if (capped <= 0) {
      lane.add(due.putOff(schedule.firstOpen(caps.dayAfter(now))));
      return;
    }
    int mails = Math.min(due.leads(), Math.min(lane.allowed(now), capped));
    caps.left(due.first(), now, mails);
    lane.left(now, mails);
    notes.left(due, mails, now);
    follow(lane, due.step(), start, now, mails);
    if (mails < due.leads()) {
      lane.add(due.less(mails));
    }
  }

  private void follow(Lane lane, Step step, Instant start, Instant sentAt, int leads) {
    timeline
        .after(place(step, start, sentAt), sentAt)
        .flatMap(next -> mail(next, start))
        .ifPresent(next -> lane.add(Cohort.of(next.step(), false, next.dueAt(), leads)));
  }

  private Place place(Step step, Instant start, Instant at) {
    return new Place(
        0,
        step.id(),
        step.position(),
        timeline.version().number(),
        null,
        start,
        at,
        schedule.zone());
  }
}
