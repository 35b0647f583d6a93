package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueMatch;
import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Turn;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Branch;
import dev.drumbeat.sequence.Condition;
import dev.drumbeat.sequence.FieldTest;
import dev.drumbeat.sequence.Flow;
import dev.drumbeat.sequence.ReplyClass;
import dev.drumbeat.sequence.Route;
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

  private final IssueReader issues;
  private final IssueMatches matches;
  private final People people;
  private final Replied replied;

  public Junction(IssueReader issues, IssueMatches matches, People people, Replied replied) {
    this.issues = issues;
    this.matches = matches;
    this.people = people;
    this.replied = replied;
  }

  /** What keeps the run from its step; empty when the step is to happen. */
  Optional<Hindrance> decide(Due due) {
    Flow flow = due.step().flow();
    if (!flow.decides()) {
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
        : decide(due, flow, issue);
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
