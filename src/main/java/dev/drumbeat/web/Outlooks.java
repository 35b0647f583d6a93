package dev.drumbeat.web;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.enrollment.ExampleDates;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceWarnings;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Says when the mails of a sequence would go out, by the rules of a real run. */
public final class Outlooks {

  private final Sequences sequences;
  private final Texts texts;
  private final TimingWords rules;
  private final InstantSource clock;

  public Outlooks(Sequences sequences, IssueReader issues, Texts texts, InstantSource clock) {
    this.sequences = sequences;
    this.texts = texts;
    this.rules = new TimingWords(texts, issues::dateFields);
    this.clock = clock;
  }

  /** Of steps as somebody writes them; refuses delays that are none. */
  OutlookView of(Actor reader, List<StepDraft> drafts) {
    reader.mustHave(Right.USE_CAMPAIGNS);
    Sequence sequence = Sequence.ofSteps(sequences.outline(reader, drafts));
    ExampleDates dates = ExampleDates.of(sequence, clock.instant(), reader.zone());
    List<OutlookView.Mail> mails = new ArrayList<>();
    for (int i = 0; i < sequence.steps().size(); i++) {
      mails.add(mail(sequence, i, dates, reader));
    }
    return new OutlookView(dates.enrolledAt(), day(dates.enrolledAt(), reader), span(dates), mails);
  }

  private OutlookView.Mail mail(Sequence sequence, int index, ExampleDates dates, Actor reader) {
    Instant dueAt = dates.dueAt().get(index);
    Step step = sequence.steps().get(index);
    return new OutlookView.Mail(
        dueAt,
        due(step, dates.enrolledAt(), dueAt, reader),
        rules.of(step.timing(), index == 0, reader.locale()),
        SequenceWarnings.of(sequence, step).stream().map(texts::of).toList());
  }

  /** A date of the lead's own is in no example. */
  private String due(Step step, Instant enrolledAt, Instant dueAt, Actor reader) {
    return step.timing().isLookedUp()
        ? texts.of("drumbeat.outlook.looked-up." + step.timing().anchor())
        : texts.of("drumbeat.outlook.due", number(enrolledAt, dueAt, reader), day(dueAt, reader));
  }

  /** How many mails there are and how long it takes from the first to the last. */
  public String span(List<Timing> waits, Actor reader) {
    Sequence sequence = Sequence.ofSteps(Step.waiting(waits));
    return span(ExampleDates.of(sequence, clock.instant(), reader.zone()));
  }

  private String span(ExampleDates dates) {
    List<Instant> due = dates.dueAt();
    if (due.isEmpty()) {
      return texts.of("drumbeat.outlook.none");
    }
    Duration took = Duration.between(dates.enrolledAt(), due.get(due.size() - 1));
    if (took.toDays() > 0) {
      return texts.of("drumbeat.outlook.days", due.size(), Math.round(took.toHours() / 24.0));
    }
    return took.toHours() > 0
        ? texts.of("drumbeat.outlook.hours", due.size(), took.toHours())
        : texts.of("drumbeat.outlook.at-once", due.size());
  }

  /** The day of the run, from 1, as people count. */
  private static long number(Instant enrolledAt, Instant at, Actor reader) {
    return 1
        + ChronoUnit.DAYS.between(
            enrolledAt.atZone(reader.zone()).toLocalDate(), at.atZone(reader.zone()).toLocalDate());
  }

  private static String day(Instant at, Actor reader) {
    ZonedDateTime there = at.atZone(reader.zone());
    return there.getDayOfWeek().getDisplayName(TextStyle.FULL, reader.locale())
        + " "
        + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(reader.locale())
            .format(there);
  }
}
