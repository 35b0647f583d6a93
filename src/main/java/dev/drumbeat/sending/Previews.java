package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a lead would get, as the one who asks may see its issue. The asker stands in for the
 * owner of a campaign, and for the sender when the sequence names no account. Nothing is sent or
 * kept.
 */
public final class Previews {

  private final Sequences sequences;
  private final MailTemplates templates;
  private final MailAccountStore accounts;
  private final IssueReader issues;
  private final PreviewLeads leads;
  private final People people;

  public Previews(
      Sequences sequences,
      MailTemplates templates,
      MailAccountStore accounts,
      IssueReader issues,
      PreviewLeads leads,
      People people) {
    this.sequences = sequences;
    this.templates = templates;
    this.accounts = accounts;
    this.issues = issues;
    this.leads = leads;
    this.people = people;
  }

  /** One step as that lead would get it. */
  public Preview of(Actor actor, long sequenceId, PreviewDraft draft) {
    Sequence sequence = sequences.get(actor, sequenceId);
    Step step = step(sequence, draft.stepId());
    IssueFacts issue = issue(actor, draft.issueKey());
    Optional<Lead> lead = leads.find(actor, draft, issue);
    Map<String, Object> values = values(actor, sequence, draft, issue, lead);
    return new Preview(
        step,
        lead.map(found -> found.address().text()).orElse(null),
        templates.render(step, values, threadSubject(sequence, step, values)));
  }

  private static Step step(Sequence sequence, @Nullable Long id) {
    if (id != null) {
      return sequence
          .step(id)
          .orElseThrow(() -> new NotFound(Reason.of("drumbeat.step.not-found", Long.toString(id))));
    }
    return sequence.steps().stream()
        .findFirst()
        .orElseThrow(() -> new Conflict(Reason.of("drumbeat.campaign.no-steps")));
  }

  private @Nullable IssueFacts issue(Actor actor, @Nullable String key) {
    if (key == null) {
      return null;
    }
    return issues
        .readByKey(key, actor.userKey())
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.enrollment.no-issue", key)));
  }

  private Map<String, Object> values(
      Actor actor,
      Sequence sequence,
      PreviewDraft draft,
      @Nullable IssueFacts issue,
      Optional<Lead> lead) {
    TemplateValues values =
        new TemplateValues(people)
            .issue(issue)
            .campaign(sequence.name(), actor.userKey())
            .variables(draft.variables() == null ? Map.of() : draft.variables())
            .unsubscribe("#");
    lead.ifPresent(values::lead);
    sender(actor, sequence).ifPresent(values::sender);
    return values.all();
  }

  private Optional<Sender> sender(Actor actor, Sequence sequence) {
    return Optional.ofNullable(sequence.sendingConfigId())
        .flatMap(accounts::find)
        .map(account -> account.settings().sender())
        .or(() -> asker(actor));
  }

  private Optional<Sender> asker(Actor actor) {
    return people
        .email(actor.userKey())
        .map(MailAddress::parse)
        .filter(ParsedAddress.Accepted.class::isInstance)
        .map(parsed -> ((ParsedAddress.Accepted) parsed).address())
        .map(address -> new Sender(address, actor.displayName(), null));
  }

  /** The subject that the step would answer if everything before it was sent (H1). */
  private @Nullable String threadSubject(Sequence sequence, Step step, Map<String, Object> values) {
    Step beginning = null;
    for (Step each : sequence.steps()) {
      if (each.equals(step)) {
        break;
      }
      beginning = beginning == null || each.newThread() ? each : beginning;
    }
    return beginning != null && templates.render(beginning, values, null) instanceof Message first
        ? first.subject()
        : null;
  }
}
