package dev.drumbeat.sending;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one step of a campaign to whoever wants to see it (X8). */
public final class CampaignTest {

  private final VisibleCampaigns visible;
  private final SequenceStore sequences;
  private final MailAccountStore accounts;
  private final Audience audience;
  private final IssueReader issues;
  private final TestSending sending;

  public CampaignTest(
      VisibleCampaigns visible,
      SequenceStore sequences,
      MailAccountStore accounts,
      Audience audience,
      IssueReader issues,
      TestSending sending) {
    this.visible = visible;
    this.sequences = sequences;
    this.accounts = accounts;
    this.audience = audience;
    this.issues = issues;
    this.sending = sending;
  }

  /**
   * Sends a step as the lead of an issue would get it; the app's own choices are the first ones.
   */
  public Tested send(Actor actor, long campaignId, TestDraft draft) {
    Campaign campaign = visible.get(actor, campaignId);
    MailAddress to = address(draft.email());
    Step step = StepSource.said(step(campaign.plan(), draft.stepId()), draft.variant()).spoken();
    MailAccount account = account(campaign.plan());
    IssueFacts issue = draft.issueKey() == null ? first(campaign) : issue(actor, draft.issueKey());
    SendOutcome outcome = sending.send(actor, campaign, step, account, to, issue);
    return new Tested(step, account, to, issue == null ? null : issue.key(), outcome);
  }

  private static MailAddress address(@Nullable String text) {
    if (text == null) {
      throw InvalidInput.at("email", Reason.of("drumbeat.invalid.required"));
    }
    ParsedAddress parsed = MailAddress.parse(text);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    throw InvalidInput.at("email", ((ParsedAddress.Refused) parsed).reason());
  }

  private Step step(CampaignPlan plan, @Nullable Long id) {
    List<Step> steps =
        sequences.said(plan.sequenceId()).map(SequenceVersion::steps).orElse(List.of());
    if (steps.isEmpty()) {
      throw new Conflict(Reason.of("drumbeat.campaign.no-steps"));
    }
    return steps.stream()
        .filter(step -> id == null ? !step.isTask() : step.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInput.at(
                    "stepId", Reason.of("drumbeat.step.not-found", String.valueOf(id))));
  }

  /** The first that is there, one that may send before one that is paused. */
  private MailAccount account(CampaignPlan plan) {
    return plan.accountIds().stream()
        .flatMap(id -> accounts.find(id).stream())
        .min(Comparator.comparing(MailAccount::paused))
        .orElseThrow(() -> new Conflict(Reason.of("drumbeat.campaign.no-account")));
  }

  private IssueFacts issue(Actor actor, String key) {
    return issues
        .readByKey(key, actor.userKey())
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.enrollment.no-issue", key)));
  }

  /** The first issue of the audience that the owner finds. */
  private @Nullable IssueFacts first(Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    if (rule == null) {
      return null;
    }
    List<Candidate> found = new ArrayList<>();
    audience.read(
        rule,
        campaign.ownerKey(),
        candidate -> {
          found.add(candidate);
          return false;
        });
    return found.stream()
        .findFirst()
        .flatMap(candidate -> issues.read(candidate.issueId(), campaign.ownerKey()))
        .orElse(null);
  }
}
