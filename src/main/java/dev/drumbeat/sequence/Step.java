package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a sequence and when it is due. Its id is permanent; the position orders the steps
 * from 1 and may have gaps.
 */
public record Step(long id, int position, Mail mail, Timing timing, @Nullable String purpose) {

  /** The id of a step that is not stored yet. */
  static final long NEW = 0;

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

  /** Whether it is not stored yet. */
  public boolean isNew() {
    return id == NEW;
  }

  /** The same with nothing but what that variant says. */
  public Step saying(Variant variant) {
    return new Step(id, position, mail.saying(variant), timing, purpose);
  }

  Step at(int newPosition) {
    return new Step(id, newPosition, mail, timing, purpose);
  }
}
