package dev.drumbeat.sequence;

import dev.drumbeat.time.Delay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a sequence. Its id is permanent; the position orders the steps from 1 and may have
 * gaps. Subject, html and text are templates, at least one of html and text is there. The delay
 * counts from the step before, of the first step from admission (T1, T8). A step that begins no new
 * thread answers the mail before it and needs a subject of its own only when there is none (H1,
 * H3).
 */
public record Step(
    long id,
    int position,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    Delay delay,
    boolean newThread,
    @Nullable String purpose) {

  /** The id of a step that is not stored yet. */
  static final long NEW = 0;

  /** A mail of which only the template of the subject matters. */
  public static Step subject(String template) {
    return new Step(NEW, 0, template, null, "-", Delay.NONE, true, null);
  }

  /** Steps of which only the delays matter, in their order. */
  public static List<Step> waiting(List<Delay> delays) {
    List<Step> steps = new ArrayList<>();
    for (Delay delay : delays) {
      int place = steps.size() + 1;
      steps.add(new Step(place, place, "-", null, "-", delay, true, null));
    }
    return steps;
  }

  /** Whether it is not stored yet. */
  public boolean isNew() {
    return id == NEW;
  }

  Step at(int newPosition) {
    return new Step(id, newPosition, subject, html, text, delay, newThread, purpose);
  }
}
