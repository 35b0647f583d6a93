package dev.drumbeat.web;

import dev.drumbeat.sequence.BranchDraft;
import dev.drumbeat.sequence.ConditionDraft;
import dev.drumbeat.sequence.FlowText;
import dev.drumbeat.sequence.RouteDraft;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceWarnings;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Task;
import dev.drumbeat.sequence.TimeoutDraft;
import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step as REST prints it. Version and times are those of the sequence, which guards it. */
record StepView(
    long id,
    URI self,
    int version,
    String kind,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    int delayValue,
    String delayUnit,
    String anchor,
    @Nullable String at,
    @Nullable String dateField,
    @Nullable String offset,
    @Nullable String late,
    @Nullable ConditionDraft event,
    @Nullable TimeoutDraft timeout,
    String thread,
    @Nullable String purpose,
    @Nullable List<VariantView> variants,
    @Nullable ConditionDraft condition,
    @Nullable RouteDraft otherwise,
    @Nullable List<BranchDraft> branches,
    @Nullable RouteDraft next,
    @Nullable String summary,
    @Nullable String description,
    @Nullable String issueType,
    @Nullable String assignee,
    @Nullable String project,
    @Nullable Boolean hold,
    List<String> warnings,
    Instant createdAt,
    Instant updatedAt) {

  static StepView of(Sequence sequence, Step step, Answers answers) {
    FlowText flow = FlowText.of(step.flow());
    Task task = step.task();
    return new StepView(
        step.id(),
        answers.link("sequences/" + sequence.id() + "/steps/" + step.id()),
        sequence.version(),
        task == null ? "email" : "task",
        step.subject(),
        step.html(),
        step.text(),
        delay(step).value(),
        delay(step).unit().word(),
        step.timing().anchor(),
        at(step.timing()),
        byDate(step, Timing.ByDate::field),
        byDate(step, date -> date.side().word()),
        byDate(step, date -> date.late().word()),
        step.timing() instanceof Timing.ForEvent wait ? ConditionDraft.of(wait.event()) : null,
        step.timing() instanceof Timing.ForEvent wait ? timeout(wait) : null,
        step.newThread() ? "new" : "same",
        step.purpose(),
        VariantView.all(step),
        flow.condition(),
        flow.otherwise(),
        flow.branches(),
        flow.next(),
        task == null ? null : task.summary(),
        task == null ? null : task.description(),
        task == null ? null : task.issueType(),
        task == null ? null : assignee(task),
        task == null ? null : task.project(),
        task == null ? null : Boolean.valueOf(task.hold()),
        SequenceWarnings.of(sequence, step).stream().map(answers::text).toList(),
        sequence.createdAt(),
        sequence.updatedAt());
  }

  private static String assignee(Task task) {
    return task.assignee() == null ? "owner" : task.assignee();
  }

  private static @Nullable String at(Timing timing) {
    LocalTime at =
        timing instanceof Timing.OnDay day
            ? day.at()
            : timing instanceof Timing.ByDate date ? date.at() : null;
    return at == null ? null : at.toString();
  }

  /** An event is waited for at most so long, which is no delay. */
  private static Delay delay(Step step) {
    return step.timing() instanceof Timing.ForEvent ? Delay.NONE : step.timing().delay();
  }

  private static TimeoutDraft timeout(Timing.ForEvent wait) {
    return new TimeoutDraft(wait.delay().value(), wait.delay().unit().word());
  }

  private static @Nullable String byDate(Step step, Function<Timing.ByDate, String> part) {
    return step.timing() instanceof Timing.ByDate date ? part.apply(date) : null;
  }

  static List<StepView> all(Sequence sequence, Answers answers) {
    return sequence.steps().stream().map(step -> of(sequence, step, answers)).toList();
  }
}
