package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Sequences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Enrolls leads directly, one by one or as a query finds them (E1), and tells before what that
 * would do. Both go the same way; only the last step differs.
 */
public final class Enrolling {

  private static final int SLICE = 200;

  private final Stores stores;
  private final Entries entries;
  private final Suppressions suppressions;
  private final IssueReader issues;
  private final Applicants applicants;
  private final Targets targets;

  public Enrolling(
      Stores stores,
      Sequences sequences,
      Entries entries,
      Suppressions suppressions,
      Audience audience,
      IssueReader issues) {
    this.stores = stores;
    this.entries = entries;
    this.suppressions = suppressions;
    this.issues = issues;
    this.applicants = new Applicants(audience, issues);
    this.targets =
        new Targets(
            new VisibleCampaigns(stores.campaigns()),
            sequences,
            new Carriers(stores.campaigns(), stores.clock()));
  }

  /** What became of everybody whom the draft names; those whom nobody may see come last. */
  public List<Enrolled> enroll(Actor actor, EnrollTarget target, EnrollDraft draft) {
    Asked asked = asked(actor, target, draft);
    Campaign campaign = targets.find(actor, target);
    entries.publish(campaign, actor.userKey(), stores.clock().instant());
    DirectAdmission admission = admission(actor, campaign, asked);
    List<Enrolled> outcome = new ArrayList<>(inSlices(asked.seen(), admission::admit));
    outcome.addAll(asked.unseen());
    return outcome;
  }

  /** What would become of everybody whom the draft names, without a trace. */
  public EnrollOutlook foresee(Actor actor, EnrollTarget target, EnrollDraft draft) {
    Asked asked = asked(actor, target, draft);
    DirectAdmission admission = admission(actor, asked.campaign(), asked);
    Map<String, Lead> chosen = new HashMap<>();
    List<Foreseen> outcome =
        new ArrayList<>(inSlices(asked.seen(), slice -> admission.foresee(slice, chosen)));
    asked.unseen().forEach(not -> outcome.add(new Foreseen(null, not)));
    return new EnrollOutlook(asked.campaign(), outcome);
  }

  private DirectAdmission admission(Actor actor, Campaign campaign, Asked asked) {
    return new DirectAdmission(
        stores,
        suppressions,
        entry(campaign),
        asked.variables(),
        actor.userKey(),
        Cause.user(actor));
  }

  private Asked asked(Actor actor, EnrollTarget target, EnrollDraft draft) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Campaign campaign = targets.foresee(actor, target);
    Problems problems = new Problems();
    if (!draft.namesOneSource()) {
      problems.add("", "drumbeat.enroll.one-source");
    }
    Map<String, String> variables = Variables.check(draft.variables(), problems);
    problems.refuse();
    Asked asked = new Asked(campaign, variables, new ArrayList<>(), new ArrayList<>());
    applicants
        .of(actor, draft, usualField(campaign), campaign.plan().schedule().zones().field())
        .forEach(one -> sort(one, campaign.ownerKey(), asked));
    return asked;
  }

  private static String usualField(Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    return rule == null ? AudienceRule.REPORTER : rule.addressField();
  }

  private void sort(Applicant one, String ownerKey, Asked asked) {
    Long issueId = one.issueId();
    if (issueId == null && one.issueKey() != null) {
      asked.unseen().add(Enrolled.not(one, LeftOutReason.NOT_VISIBLE, null));
    } else if (issueId != null && !issues.isVisible(issueId, ownerKey)) {
      // Mails are written under the rights of the owner, so this one would never go out.
      Reason owner = Reason.of("drumbeat.enroll.owner-cannot-see", String.valueOf(one.issueKey()));
      asked.unseen().add(Enrolled.not(one, LeftOutReason.NOT_VISIBLE, owner));
    } else {
      asked.seen().add(one);
    }
  }

  /** What the campaign or its sequence lacks is no fault of the request. */
  private Entry entry(Campaign campaign) {
    Problems problems = new Problems();
    return entries
        .entry(campaign, problems)
        .filter(entry -> problems.isEmpty())
        .orElseThrow(() -> new Conflict(problems.refusal().problems().get(0).reason()));
  }

  private static <A> List<A> inSlices(
      List<Applicant> all, Function<List<Applicant>, List<A>> work) {
    List<A> outcome = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SLICE) {
      outcome.addAll(work.apply(all.subList(from, Math.min(all.size(), from + SLICE))));
    }
    return outcome;
  }

  /** A request that was understood: where to, and who may enter as far as issues tell. */
  private record Asked(
      Campaign campaign,
      Map<String, String> variables,
      List<Applicant> seen,
      List<Enrolled> unseen) {}
}
