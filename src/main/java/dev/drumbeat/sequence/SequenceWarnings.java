package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import dev.drumbeat.time.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is allowed in a sequence but may not be what its writer expects. */
public final class SequenceWarnings {

  /** The least time between two mails to one lead (T8). */
  private static final Duration MINIMUM_GAP = Duration.ofHours(1);

  private SequenceWarnings() {}

  /** One sentence for each, naming the step by its place. */
  public static List<Reason> of(Sequence sequence) {
    return of(sequence.steps());
  }

  /** The same of steps in their order. */
  public static List<Reason> of(List<Step> steps) {
    return steps.stream().flatMap(step -> of(steps, step).stream()).toList();
  }

  /** Those about one step. The first has none before it that could be too near or unsent. */
  public static List<Reason> of(Sequence sequence, Step step) {
    return of(sequence.steps(), step);
  }

  private static List<Reason> of(List<Step> steps, Step step) {
    int index = steps.indexOf(step);
    List<Reason> warnings = new ArrayList<>();
    String place = Integer.toString(index + 1);
    if (index > 0 && !step.isTask() && isShort(step.timing())) {
      warnings.add(Reason.of("drumbeat.warning.gap", place));
    }
    if (new Ways(steps).unreached().get(index)) {
      warnings.add(Reason.of("drumbeat.warning.unreached", place));
    }
    if (!step.isTask()) {
      mail(step, index, place, warnings);
    }
    return warnings;
  }

  private static void mail(Step step, int index, String place, List<Reason> warnings) {
    List<Step> said = said(step);
    boolean answers = index > 0 && !step.newThread();
    if (index > 0 && said.stream().anyMatch(each -> each.subject() == null)) {
      warnings.add(Reason.of("drumbeat.warning.no-subject", place));
    }
    if (answers && said.stream().map(Step::subject).distinct().count() > 1) {
      warnings.add(Reason.of("drumbeat.warning.subject-test", place));
    }
    said.stream()
        .flatMap(each -> MailWarnings.of(each, index == 0).stream())
        .distinct()
        .map(reason -> Reason.of("drumbeat.warning.of-step", place, reason))
        .forEach(warnings::add);
  }

  /** Everything that the step may say to somebody. */
  private static List<Step> said(Step step) {
    List<Variant> variants = step.mail().variants();
    return variants.isEmpty() ? List.of(step) : variants.stream().map(step::saying).toList();
  }

  private static boolean isShort(Timing timing) {
    return timing instanceof Timing.After after && isShort(after.delay());
  }

  private static boolean isShort(Delay delay) {
    return switch (delay.unit()) {
      case MINUTES -> Duration.ofMinutes(delay.value()).compareTo(MINIMUM_GAP) < 0;
      case HOURS, DAYS, WEEKS, BUSINESS_DAYS -> delay.value() == 0;
    };
  }
}
