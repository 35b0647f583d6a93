package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Enrolls leads into a sequence directly, one by one or as a query finds them (E1). */
public final class Enrolling {

  private static final int SLICE = 200;

  private final Stores stores;
  private final Sequences sequences;
  private final Entries entries;
  private final Suppressions suppressions;
  private final IssueReader issues;
  private final Applicants applicants;
  private final Carriers carriers;

  public Enrolling(
      Stores stores,
      Sequences sequences,
      Entries entries,
      Suppressions suppressions,
      Audience audience,
      IssueReader issues) {
    this.stores = stores;
    this.sequences = sequences;
    this.entries = entries;
    this.suppressions = suppressions;
    this.issues = issues;
    this.applicants = new Applicants(audience, issues);
    this.carriers = new Carriers(stores.campaigns(), stores.clock());
  }

  /** What became of everybody whom the draft names; those whom nobody may see come last. */
  public List<Enrolled> enroll(Actor actor, long sequenceId, EnrollDraft draft) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Sequence sequence = sequences.get(actor, sequenceId);
    Problems problems = new Problems();
    if (!draft.namesOneSource()) {
      problems.add("", "drumbeat.enroll.one-source");
    }
    Map<String, String> variables = Variables.check(draft.variables(), problems);
    problems.refuse();
    List<Applicant> all = applicants.of(actor, draft);
    Entry entry = entry(carriers.of(actor, sequence));
    return admit(
        entry.campaign().ownerKey(),
        all,
        new DirectAdmission(stores, suppressions, entry, variables, Cause.user(actor)));
  }

  /** What the sequence lacks is no fault of the request. */
  private Entry entry(Campaign carrier) {
    Problems problems = new Problems();
    return entries
        .entry(carrier, problems)
        .filter(entry -> problems.isEmpty())
        .orElseThrow(() -> new Conflict(problems.refusal().problems().get(0).reason()));
  }

  private List<Enrolled> admit(String ownerKey, List<Applicant> all, DirectAdmission admission) {
    List<Applicant> seen = new ArrayList<>();
    List<Enrolled> unseen = new ArrayList<>();
    for (Applicant one : all) {
      Long issueId = one.issueId();
      if (issueId == null && one.issueKey() != null) {
        unseen.add(Enrolled.not(one, LeftOutReason.NOT_VISIBLE, null));
      } else if (issueId != null && !issues.isVisible(issueId, ownerKey)) {
        // Mails are written under the rights of the owner, so this one would never go out.
        Reason owner =
            Reason.of("drumbeat.enroll.owner-cannot-see", String.valueOf(one.issueKey()));
        unseen.add(Enrolled.not(one, LeftOutReason.NOT_VISIBLE, owner));
      } else {
        seen.add(one);
      }
    }
    List<Enrolled> outcome = new ArrayList<>();
    for (int from = 0; from < seen.size(); from += SLICE) {
      List<Applicant> slice = seen.subList(from, Math.min(seen.size(), from + SLICE));
      outcome.addAll(admission.admit(slice));
    }
    outcome.addAll(unseen);
    return outcome;
  }
}
