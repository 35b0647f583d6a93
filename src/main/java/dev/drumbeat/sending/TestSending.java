package dev.drumbeat.sending;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.sequence.Step;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a step to somebody of ours to look at. Nothing of it is kept: it counts nowhere and takes
 * no lead's turn (X8).
 */
public final class TestSending {

  private final MailTemplates templates;
  private final People people;
  private final Couriers couriers;
  private final SendingSwitch sending;
  private final Suppressions suppressions;
  private final InstantSource clock;

  public TestSending(
      MailTemplates templates,
      People people,
      Couriers couriers,
      SendingSwitch sending,
      Suppressions suppressions,
      InstantSource clock) {
    this.templates = templates;
    this.people = people;
    this.couriers = couriers;
    this.sending = sending;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  /**
   * Sends the step as the lead of that issue would get it, without an issue with what is known of
   * the actor; refused while nothing may be sent. Everybody may write to themselves, to others only
   * those who may launch, and nobody to an address that is suppressed.
   */
  public SendOutcome send(
      Actor actor,
      Campaign campaign,
      Step step,
      MailAccount account,
      MailAddress to,
      @Nullable IssueFacts issue) {
    ShownStep shown = new ShownStep(step, null, campaign.plan().name(), account.id());
    TestMail mail = new TestMail(shown, campaign.id(), campaign.ownerKey(), account, to, issue);
    return send(actor, mail, Map.of());
  }

  /** The same with any step, and with values below {@code vars}. */
  SendOutcome send(Actor actor, TestMail mail, Map<String, String> variables) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    mayGoTo(actor, mail.to(), mail.campaignId());
    sending
        .hold()
        .ifPresent(
            why -> {
              throw new Conflict(why);
            });
    Lead lead = new Lead(mail.to(), actor.displayName(), null, null);
    Map<String, Object> values = values(mail, lead, variables);
    Step step = mail.shown().step();
    Rendering rendering = templates.render(step, values, thread(mail.shown(), values));
    if (rendering instanceof Message message) {
      return send(mail.account(), lead, message);
    }
    return new Rejected(
        FailureClass.CONTENT,
        rendering instanceof Rendering.Missing missing
            ? Reason.of("drumbeat.wait.missing", String.join(", ", missing.names()))
            : ((Rendering.Broken) rendering).reason());
  }

  /** A follow-up that answers needs something to answer. */
  private @Nullable String thread(ShownStep shown, Map<String, Object> values) {
    String subject = Threads.subject(shown, templates, values);
    return subject == null && shown.step().subject() == null ? shown.campaignName() : subject;
  }

  /** Otherwise a test would be a way to write to anybody, without asking and without a limit. */
  private void mayGoTo(Actor actor, MailAddress to, long campaignId) {
    if (!isOwn(actor, to)) {
      actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    }
    suppressions
        .find(to, campaignId)
        .ifPresent(
            found -> {
              throw InvalidInput.at("email", found.reason().reason());
            });
  }

  private boolean isOwn(Actor actor, MailAddress to) {
    return people
        .email(actor.userKey())
        .map(MailAddress::parse)
        .filter(
            own ->
                own instanceof ParsedAddress.Accepted accepted
                    && AddressKey.of(accepted.address()).equals(AddressKey.of(to)))
        .isPresent();
  }

  private Map<String, Object> values(TestMail mail, Lead lead, Map<String, String> variables) {
    return new TemplateValues(people)
        .lead(lead)
        .issue(mail.issue())
        .campaign(mail.shown().campaignName(), mail.ownerKey())
        .sender(mail.account().settings().sender())
        .variables(variables)
        .unsubscribe("#")
        .all();
  }

  private SendOutcome send(MailAccount account, Lead lead, Message message) {
    Sender sender = account.settings().sender();
    Letter letter =
        new Letter(
            MessageIds.ofTest(sender.address()),
            List.of(),
            sender,
            lead.address(),
            lead.name(),
            message.subject(),
            message.html(),
            message.text(),
            null,
            null,
            clock.instant());
    try (Courier courier = couriers.of(account)) {
      return courier.handOver(Composer.compose(letter), () -> {});
    }
  }
}
