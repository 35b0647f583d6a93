package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who is meant by a direct enrollment, under the rights of whoever asks. */
final class Applicants {

  /** More than that is a campaign. */
  private static final int MOST = 1_000;

  private static final String PATH = "source";

  private final Audience audience;
  private final IssueReader issues;

  Applicants(Audience audience, IssueReader issues) {
    this.audience = audience;
    this.issues = issues;
  }

  /** Everybody; refuses, naming the field, what cannot be read. */
  List<Applicant> of(Actor actor, EnrollDraft draft) {
    String field = Optional.ofNullable(draft.addressField()).orElse(AudienceRule.REPORTER);
    if (draft.email() != null) {
      return List.of(Applicant.of(draft.email()));
    }
    if (draft.issueKey() != null) {
      return ofIssues(actor, List.of(draft.issueKey()), field);
    }
    return draft.issueKeys() != null
        ? ofIssues(actor, draft.issueKeys(), field)
        : ofQuery(actor, new AudienceRule(draft.filterId(), draft.jql(), field, null));
  }

  private List<Applicant> ofIssues(Actor actor, List<String> keys, String field) {
    mustFit("issueKeys", keys.size());
    Set<String> seen = new LinkedHashSet<>();
    List<Applicant> unseen = new ArrayList<>();
    for (String key : new LinkedHashSet<>(keys)) {
      if (issues.findId(key, actor.userKey()).isPresent()) {
        seen.add(key);
      } else {
        unseen.add(Applicant.unseen(key));
      }
    }
    List<Applicant> all = new ArrayList<>();
    if (!seen.isEmpty()) {
      all.addAll(read(actor, AudienceRule.ofIssues(seen, field)));
    }
    all.addAll(unseen);
    return all;
  }

  private List<Applicant> ofQuery(Actor actor, AudienceRule rule) {
    check(actor, rule);
    mustFit(rule.jql() == null ? "filterId" : "jql", audience.count(rule, actor.userKey()));
    return read(actor, rule);
  }

  private List<Applicant> read(Actor actor, AudienceRule rule) {
    check(actor, rule);
    List<Applicant> found = new ArrayList<>();
    audience.read(rule, actor.userKey(), candidate -> found.add(Applicant.of(candidate)));
    return found;
  }

  /** The fields stand at the top of the body, not below an audience. */
  private void check(Actor actor, AudienceRule rule) {
    Problems found = new Problems();
    audience.check(rule, actor.userKey(), found, PATH);
    if (!found.isEmpty()) {
      Problems problems = new Problems();
      found
          .refusal()
          .problems()
          .forEach(p -> problems.add(p.field().replaceFirst(PATH + "\\.?", ""), p.reason()));
      problems.refuse();
    }
  }

  private static void mustFit(String field, int issues) {
    Problems problems = new Problems();
    if (issues > MOST) {
      problems.add(field, Reason.of("drumbeat.enroll.too-many", issues, MOST));
    }
    problems.refuse();
  }
}
