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
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.MailWarnings;
import dev.drumbeat.sequence.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a lead would get, as the one who asks may see its issue. The asker stands in for the
 * owner of a campaign, and for the sender when the sequence names no account. Nothing is sent or
 * kept.
 */
public final class Previews {

  private final StepSource steps;
  private final MailTemplates templates;
  private final MailAccountStore accounts;
  private final IssueReader issues;
  private final PreviewLeads leads;
  private final People people;

  public Previews(
      StepSource steps,
      MailTemplates templates,
      MailAccountStore accounts,
      IssueReader issues,
      PreviewLeads leads,
      People people) {
    this.steps = steps;
    this.templates = templates;
    this.accounts = accounts;
    this.issues = issues;
    this.leads = leads;
    this.people = people;
  }

  /**
   * One step as that lead would get it, of a stored sequence or, for null, of one that is being
   * written.
   */
  public Preview of(Actor actor, @Nullable Long sequenceId, PreviewDraft draft) {
    ShownStep shown = steps.find(actor, sequenceId, draft.choice());
    IssueFacts issue = issue(actor, draft.issueKey());
    Optional<Lead> lead = leads.find(actor, draft, issue);
    Map<String, Object> values = values(actor, shown, draft, issue, lead);
    Rendering rendering =
        templates.render(shown.step(), values, Threads.subject(shown, templates, values));
    return new Preview(
        shown.step(),
        lead.map(found -> found.address().text()).orElse(null),
        rendering,
        warnings(shown, rendering));
  }

  private static List<Reason> warnings(ShownStep shown, Rendering rendering) {
    List<Reason> warnings =
        new ArrayList<>(MailWarnings.of(shown.step(), shown.beginning() == null));
    if (rendering instanceof Rendering.Message message) {
      warnings.addAll(MailWarnings.of(message));
    }
    return warnings;
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
      ShownStep shown,
      PreviewDraft draft,
      @Nullable IssueFacts issue,
      Optional<Lead> lead) {
    TemplateValues values =
        new TemplateValues(people)
            .issue(issue)
            .campaign(shown.campaignName(), actor.userKey())
            .variables(draft.variables() == null ? Map.of() : draft.variables())
            .unsubscribe("#");
    lead.ifPresent(values::lead);
    sender(actor, shown).ifPresent(values::sender);
    return values.all();
  }

  private Optional<Sender> sender(Actor actor, ShownStep shown) {
    return Optional.ofNullable(shown.accountId())
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
}
