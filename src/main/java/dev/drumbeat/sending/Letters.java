package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.ThreadInfo;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Assignment;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Variant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the message of a step for one lead, under the rights of the campaign's owner: what the
 * owner may not see any more is not sent either.
 */
public final class Letters {

  private final MailTemplates templates;
  private final IssueReader issues;
  private final People people;
  private final UnsubscribeLinks links;
  private final Supplier<String> unsubscribe;
  private final MessageIds ids;

  /** The supplier says "unsubscribe" in the language of the instance. */
  public Letters(
      MailTemplates templates,
      IssueReader issues,
      People people,
      UnsubscribeLinks links,
      Supplier<String> unsubscribe,
      MessageIds ids) {
    this.templates = templates;
    this.issues = issues;
    this.people = people;
    this.links = links;
    this.unsubscribe = unsubscribe;
    this.ids = ids;
  }

  /** With the variant of the step that the run had before, if it had one (A1). */
  Written write(Due due, @Nullable String variantBefore) {
    Optional<IssueFacts> issue = issue(due);
    Optional<Hindrance> lost = lost(due, issue);
    return lost.isPresent() ? new Written.Not(lost.get()) : write(due, variantBefore, issue);
  }

  private Optional<IssueFacts> issue(Due due) {
    Long issueId = due.run().lead().issueId();
    return issueId == null ? Optional.empty() : issues.read(issueId, due.campaign().ownerKey());
  }

  private Optional<Hindrance> lost(Due due, Optional<IssueFacts> issue) {
    if (!people.isActive(due.campaign().ownerKey())) {
      return Optional.of(
          new Hindrance.PauseCampaign(Reason.of("drumbeat.campaign.owner-inactive")));
    }
    return due.run().lead().issueId() != null && issue.isEmpty()
        ? Optional.of(new Hindrance.End(EndReason.ISSUE_GONE, EndReason.ISSUE_GONE.reason()))
        : Optional.empty();
  }

  /** Writes what somebody is to do by hand: the subject is the line, the text the rest. */
  Written.Task task(Due due) {
    Optional<IssueFacts> issue = issue(due);
    Optional<Hindrance> lost = lost(due, issue);
    if (lost.isPresent()) {
      return new Written.NoTask(lost.get());
    }
    Map<String, Object> values = values(due, issue).unsubscribe(links.url(due.run())).all();
    Rendering rendering = templates.render(due.step().spoken(), values, null);
    return rendering instanceof Message message
        ? new Written.TaskText(message)
        : new Written.NoTask(unwritten(rendering));
  }

  private Written write(Due due, @Nullable String variantBefore, Optional<IssueFacts> issue) {
    Optional<Variant> variant = Assignment.of(due.step(), due.run().id(), variantBefore);
    Step step = variant.map(due.step()::saying).orElse(due.step());
    ThreadInfo answered = Threads.answered(step, due.run().thread());
    String url = links.url(due.run());
    Map<String, Object> values = values(due, issue).unsubscribe(url).all();
    Rendering rendering = templates.render(step, values, answered.firstSubject());
    if (rendering instanceof Message message) {
      return ready(due, answered, signed(message, url), url, variant.map(Variant::id).orElse(null));
    }
    return new Written.Not(unwritten(rendering));
  }

  private static Hindrance unwritten(Rendering rendering) {
    return rendering instanceof Rendering.Missing missing
        ? new Hindrance.Pause(
            PauseReason.MISSING_DATA,
            Reason.of("drumbeat.wait.missing", String.join(", ", missing.names())))
        : new Hindrance.End(EndReason.RENDER_ERROR, ((Rendering.Broken) rendering).reason());
  }

  /**
   * What a step would say to somebody who is not enrolled yet, in the thread of that subject; null
   * is in none.
   */
  Rendering foresee(EnrollPreviews.Draft draft, Step step, @Nullable String threadSubject) {
    Campaign campaign = draft.campaign();
    Lead lead = draft.run().lead();
    Long issueId = lead.issueId();
    IssueFacts issue =
        issueId == null ? null : issues.read(issueId, campaign.ownerKey()).orElse(null);
    Map<String, Object> values =
        new TemplateValues(people)
            .of(campaign, draft.account(), lead, issue, draft.run().variables())
            .unsubscribe(links.example())
            .all();
    Rendering rendering = templates.render(step, values, step.newThread() ? null : threadSubject);
    return rendering instanceof Message message ? signed(message, links.example()) : rendering;
  }

  private Message signed(Message message, String url) {
    return new UnsubscribeLine(url, unsubscribe.get()).under(message);
  }

  private TemplateValues values(Due due, Optional<IssueFacts> issue) {
    Enrollment run = due.run();
    return new TemplateValues(people)
        .of(due.campaign(), due.account(), run.lead(), issue.orElse(null), run.variables());
  }

  private Written ready(
      Due due, ThreadInfo answered, Message message, String url, @Nullable String variant) {
    Enrollment run = due.run();
    Lead lead = run.lead();
    Sender sender = due.account().settings().sender();
    String id = ids.of(Sends.key(run), sender.address());
    Letter letter =
        new Letter(
            id,
            answered.references(),
            sender,
            lead.address(),
            PersonName.of(lead.name()).map(PersonName::whole).orElse(null),
            message.subject(),
            message.html(),
            message.text(),
            url,
            variant,
            due.now());
    return new Written.Ready(
        letter, Threads.after(due.step(), run.thread(), message.subject(), id));
  }
}
