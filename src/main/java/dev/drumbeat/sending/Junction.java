package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueMatch;
import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.IncomingStore;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Turn;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Branch;
import dev.drumbeat.sequence.Condition;
import dev.drumbeat.sequence.FieldTest;
import dev.drumbeat.sequence.Flow;
import dev.drumbeat.sequence.ReplyClass;
import dev.drumbeat.sequence.Route;
import dev.drumbeat.sequence.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which way a run goes at a step that is due, as everything is at that moment (§3, 8). What
 * it asks of issues it asks under the rights of the campaign's owner.
 */
public final class Junction {

  private static final Set<ReplyClass> BY_PEOPLE = Set.of(ReplyClass.HUMAN, ReplyClass.UNSUBSCRIBE);

  private static final Duration AGAIN = Duration.ofHours(6);

  private final IssueReader issues;
  private final IssueMatches matches;
  private final People people;
  private final Replied replied;
  private final IncomingStore incoming;

  public Junction(
      IssueReader issues,
      IssueMatches matches,
      People people,
      Replied replied,
      IncomingStore incoming) {
    this.issues = issues;
    this.matches = matches;
    this.people = people;
    this.replied = replied;
    this.incoming = incoming;
  }

  /** What keeps the run from its step; empty when the step is to happen. */
  Optional<Hindrance> decide(Due due) {
    Flow flow = due.step().flow();
    if (!flow.decides() && !(due.step().timing() instanceof Timing.ForEvent)) {
      return Optional.empty();
    }
    String owner = due.campaign().ownerKey();
    if (!people.isActive(owner)) {
      return Optional.of(
          new Hindrance.PauseCampaign(Reason.of("drumbeat.campaign.owner-inactive")));
    }
    Long issueId = due.run().lead().issueId();
    IssueFacts issue = issueId == null ? null : issues.read(issueId, owner).orElse(null);
    return issueId != null && issue == null
        ? Optional.of(new Hindrance.End(EndReason.ISSUE_GONE, EndReason.ISSUE_GONE.reason()))
        : event(due, flow, issue).or(() -> decide(due, flow, issue));
  }

  /** Whether the run still waits, or has waited for nothing (T4). */
  private Optional<Hindrance> event(Due due, Flow flow, @Nullable IssueFacts issue) {
    if (!(due.step().timing() instanceof Timing.ForEvent wait)) {
      return Optional.empty();
    }
    Answer answer = ask(due, wait.event(), issue);
    if (answer instanceof Unknown unknown) {
      return Optional.of(unknown.hindrance());
    }
    if (((Known) answer).holds()) {
      return Optional.empty();
    }
    Place place = due.run().place();
    Set<LocalDate> holidays = due.campaign().plan().schedule().holidays();
    Instant end = wait.delay().after(place.anchorAt(), place.zone(), holidays);
    return Optional.of(
        end.isAfter(due.now())
            ? listen(due, wait.event(), end)
            : go(due, flow.otherwise(), "drumbeat.flow.timeout", wait.event()));
  }

  /** Time alone may make a query true, so that it is asked again now and then. */
  private static Hindrance listen(Due due, Condition event, Instant end) {
    Instant again = due.now().plus(AGAIN);
    String until =
        end.atZone(due.run().place().zone()).truncatedTo(ChronoUnit.MINUTES).toLocalDateTime()
            + " "
            + due.run().place().zone();
    return new Hindrance.Listen(
        again.isBefore(end) ? again : end,
        Reason.of("drumbeat.wait.event", FlowReasons.of(event), until));
  }

  private Optional<Hindrance> decide(Due due, Flow flow, @Nullable IssueFacts issue) {
    for (Branch branch : flow.branches()) {
      Answer answer = ask(due, branch.condition(), issue);
      if (answer instanceof Unknown unknown) {
        return Optional.of(unknown.hindrance());
      }
      if (((Known) answer).holds()) {
        return Optional.of(go(due, branch.go(), "drumbeat.flow.because", branch.condition()));
      }
    }
    Condition condition = flow.condition();
    return condition == null ? Optional.empty() : own(due, flow, condition, issue);
  }

  private Optional<Hindrance> own(
      Due due, Flow flow, Condition condition, @Nullable IssueFacts issue) {
    Answer answer = ask(due, condition, issue);
    if (answer instanceof Unknown unknown) {
      return Optional.of(unknown.hindrance());
    }
    return ((Known) answer).holds()
        ? Optional.empty()
        : Optional.of(go(due, flow.otherwise(), "drumbeat.flow.because-not", condition));
  }

  private static Hindrance go(Due due, Route way, String because, Condition condition) {
    Reason why = Reason.of(because, FlowReasons.of(condition), FlowReasons.of(due, way));
    OptionalLong campaign = due.running().timeline().exit(due.run().place(), way);
    return campaign.isPresent()
        ? new Hindrance.Leave(campaign.getAsLong(), why)
        : new Hindrance.Divert(new Turn(way, due.now(), why));
  }

  /** What came of a question. */
  private sealed interface Answer {}

  private record Known(boolean holds) implements Answer {}

  private record Unknown(Hindrance hindrance) implements Answer {}

  private Answer ask(Due due, Condition condition, @Nullable IssueFacts issue) {
    Answer plain = plain(due, condition, issue);
    return plain instanceof Known known ? new Known(known.holds() != condition.not()) : plain;
  }

  private Answer plain(Due due, Condition condition, @Nullable IssueFacts issue) {
    if (condition instanceof Condition.Replied asked) {
      ReplyClass one = asked.replyClass();
      return new Known(replied.came(due.run().id(), one == null ? BY_PEOPLE : Set.of(one)));
    }
    if (condition instanceof Condition.Told told) {
      return new Known(incoming.happened(due.run(), told.name(), told.field(), told.value()));
    }
    return condition instanceof Condition.Jql query
        ? matches(due, query, issue)
        : field((Condition.Field) condition, issue);
  }

  /** A lead without an issue is found by no query. */
  private Answer matches(Due due, Condition.Jql query, @Nullable IssueFacts issue) {
    if (issue == null) {
      return new Known(false);
    }
    IssueMatch match = matches.of(query.jql(), issue.key(), due.campaign().ownerKey());
    return match instanceof IssueMatch.Failed failed
        ? missing(Reason.of("drumbeat.condition.failed", query.jql(), failed.why()))
        : new Known(((IssueMatch.Known) match).found());
  }

  private Answer field(Condition.Field asked, @Nullable IssueFacts issue) {
    if (!issues.hasField(asked.field())) {
      return missing(Reason.of("drumbeat.condition.no-field", asked.field()));
    }
    String value = issue == null ? null : issue.value(asked.field());
    FieldTest test = asked.operator();
    return new Known(test.holds(value, asked.value()));
  }

  private static Answer missing(Reason why) {
    return new Unknown(new Hindrance.Pause(PauseReason.MISSING_DATA, why));
  }
}
