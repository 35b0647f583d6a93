package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a sequence, or one task for somebody of ours, when it is due and where the run goes
 * from it. Its id is permanent; the position orders the steps from 1 and may have gaps. A task has
 * no mail.
 */
public record Step(
    long id,
    int position,
    Mail mail,
    Timing timing,
    Flow flow,
    @Nullable Task task,
    @Nullable String purpose) {

  /** The id of a step that is not stored yet. */
  static final long NEW = 0;

  /** A mail that leads on to the step that follows. */
  public Step(long id, int position, Mail mail, Timing timing, @Nullable String purpose) {
    this(id, position, mail, timing, Flow.STRAIGHT, null, purpose);
  }

  /** A mail of which only the template of the subject matters. */
  public static Step subject(String template) {
    return new Step(NEW, 0, Mail.of(template), Timing.NONE, null);
  }

  /** Steps of which only the waits matter, in their order. */
  public static List<Step> waiting(List<Timing> waits) {
    List<Step> steps = new ArrayList<>();
    for (Timing timing : waits) {
      int place = steps.size() + 1;
      steps.add(new Step(place, place, Mail.of("-"), timing, null));
    }
    return steps;
  }

  /** A template; null follows the subject of the thread. */
  public @Nullable String subject() {
    return mail.subject();
  }

  /** A template; null is a mail of text only. */
  public @Nullable String html() {
    return mail.html();
  }

  /** A template; null is made from the html. */
  public @Nullable String text() {
    return mail.text();
  }

  /** Whether it never answers the mail before it. */
  public boolean newThread() {
    return mail.newThread();
  }

  /** Whether somebody does it by hand. */
  public boolean isTask() {
    return task != null;
  }

  /** Whether a run waits at it until somebody has done something. */
  public boolean isHolding() {
    return task != null && task.hold();
  }

  /** What it says to be read: of a task the line and the words for whoever does it. */
  public Step spoken() {
    return task == null ? this : new Step(id, position, task.spoken(), timing, flow, task, purpose);
  }

  /** What it is called in a line: its subject or what is to be done; null follows the thread. */
  public @Nullable String title() {
    return task == null ? mail.subject() : task.summary();
  }

  /** The same with its ways to steps by their ids, which are in the order of the steps. */
  Step linked(List<Long> ids) {
    Flow linked =
        flow.routed(
            route ->
                route instanceof Route.ToStep to && to.stepId() < 0
                    ? new Route.ToStep(ids.get(Math.toIntExact(-to.stepId() - 1)))
                    : route);
    return new Step(id, position, mail, timing, linked, task, purpose);
  }

  /** Whether it is not stored yet. */
  public boolean isNew() {
    return id == NEW;
  }

  /** The same with nothing but what that variant says. */
  public Step saying(Variant variant) {
    return new Step(id, position, mail.saying(variant), timing, flow, task, purpose);
  }

  Step at(int newPosition) {
    return new Step(id, newPosition, mail, timing, flow, task, purpose);
  }
}
