package dev.drumbeat.web;

import static java.util.Comparator.comparing;

import dev.drumbeat.audience.People;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.reply.Replies;
import dev.drumbeat.reply.Reply;
import dev.drumbeat.reply.ReplyState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.web.RunHistoryView.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what happened in a run that came through an issue, to whoever may browse the issue. */
public final class RunHistories {

  private static final int MOST_EVENTS = 500;
  private static final int MOST_REPLIES = 100;
  private static final int LONGEST_TEXT = 4_000;

  /** What sends and answers do not tell themselves. */
  private static final Set<EventType> CHANGES =
      EnumSet.of(
          EventType.ENROLLED,
          EventType.NOT_COMMENTED,
          EventType.UNSUBSCRIBED,
          EventType.SUPPRESSED,
          EventType.PAUSED,
          EventType.RESUMED,
          EventType.SKIPPED,
          EventType.WAITING_TASK,
          EventType.GOAL_MET,
          EventType.FINISHED,
          EventType.FAILED);

  private final Enrollments enrollments;
  private final SendStore sends;
  private final Replies replies;
  private final ReplyWords words;
  private final People people;
  private final Texts texts;

  public RunHistories(
      Enrollments enrollments,
      SendStore sends,
      Replies replies,
      ReplyWords words,
      People people,
      Texts texts) {
    this.enrollments = enrollments;
    this.sends = sends;
    this.replies = replies;
    this.words = words;
    this.people = people;
    this.texts = texts;
  }

  RunHistoryView of(Actor reader, String issueKey, long id) {
    Enrollment run = enrollments.ofIssue(reader, issueKey, id);
    List<Event> events = enrollments.events(run, 0, MOST_EVENTS);
    List<Reply> answers = replies.ofRun(run, MOST_REPLIES);
    boolean readable = words.areFor(enrollments.maySteer(reader, run));
    List<Entry> all = new ArrayList<>();
    List<Send> sent = sends.ofEnrollment(id);
    // One leads to the other in this order, which decides within a second: mailboxes know no less.
    changes(events, true).forEach(event -> all.add(change(event, reader)));
    for (int i = 0; i < sent.size(); i++) {
      all.add(send(sent.get(i), i + 1, reader));
    }
    answers.forEach(answer -> all.add(reply(answer, readable, reader)));
    changes(events, false).forEach(event -> all.add(change(event, reader)));
    all.sort(comparing(entry -> entry.at().truncatedTo(ChronoUnit.SECONDS)));
    Collections.reverse(all);
    boolean complete = events.size() < MOST_EVENTS && answers.size() < MOST_REPLIES;
    return new RunHistoryView(id, complete, List.copyOf(all));
  }

  private static Stream<Event> changes(List<Event> events, boolean beginning) {
    return events.stream()
        .filter(event -> CHANGES.contains(event.type()))
        .filter(event -> beginning == (event.type() == EventType.ENROLLED));
  }

  private Entry send(Send send, int number, Actor reader) {
    String title = texts.of("drumbeat.history.send." + send.state().word(), number);
    Reason reason = send.reason();
    boolean isPlain = send.state().mayHaveLeft() && send.bouncedAt() == null;
    String why = reason == null || isPlain ? null : texts.of(reason);
    Instant at = at(send);
    String when = Times.text(at, reader);
    return new Entry(at, when, "send", title, send.subject(), null, null, why, false);
  }

  private static Instant at(Send send) {
    return Optional.ofNullable(send.handedOverAt())
        .or(() -> Optional.ofNullable(send.endedAt()))
        .orElse(send.createdAt());
  }

  private Entry reply(Reply reply, boolean readable, Actor reader) {
    MailAddress from = reply.from();
    return new Entry(
        reply.receivedAt(),
        Times.text(reply.receivedAt(), reader),
        "reply",
        texts.of("drumbeat.history.reply." + Words.of(reply.kind())),
        readable ? reply.subject() : null,
        readable ? ReplyWords.of(reply, LONGEST_TEXT) : null,
        from == null ? null : from.text(),
        readable ? null : texts.of("drumbeat.history.words-hidden"),
        reply.state() == ReplyState.OPEN && reply.kind().needsPeople());
  }

  private Entry change(Event event, Actor reader) {
    Reason detail = event.detail();
    String title = texts.of("drumbeat.history.change." + event.type().word());
    String why = detail == null ? null : texts.of(detail);
    String when = Times.text(event.at(), reader);
    return new Entry(event.at(), when, "change", title, null, null, by(event.actor()), why, false);
  }

  /** A person of ours, or a part of the app, which is all the same to people. */
  private String by(String actor) {
    return people.displayName(actor).orElseGet(() -> texts.of("drumbeat.menu.title"));
  }
}
