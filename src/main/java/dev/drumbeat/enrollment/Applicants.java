package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Everybody, or those with the addresses that the draft names; refuses, naming the field, what
   * cannot be read. The address stands in that field unless the draft names another.
   */
  List<Applicant> of(
      Actor actor, EnrollDraft draft, String usualField, @Nullable String zoneField) {
    String field = Optional.ofNullable(draft.addressField()).orElse(usualField);
    List<Applicant> found =
        found(actor, draft, new Fields(field, zoneField)).stream()
            .map(one -> one.saying(draft.zone()))
            .toList();
    return draft.addresses() == null ? found : chosen(found, draft.addresses());
  }

  /** Where on an issue the address stands, and the zone if it may stand there. */
  private record Fields(String address, @Nullable String zone) {}

  private List<Applicant> found(Actor actor, EnrollDraft draft, Fields field) {
    if (draft.email() != null) {
      return List.of(Applicant.of(draft.email()));
    }
    if (draft.issueKey() != null) {
      return ofIssues(actor, List.of(draft.issueKey()), field);
    }
    return draft.issueKeys() != null
        ? ofIssues(actor, draft.issueKeys(), field)
        : ofQuery(
            actor, new AudienceRule(draft.filterId(), draft.jql(), field.address(), null), field);
  }

  private List<Applicant> ofIssues(Actor actor, List<String> keys, Fields field) {
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
      all.addAll(read(actor, AudienceRule.ofIssues(seen, field.address()), field));
    }
    all.addAll(unseen);
    return all;
  }

  private List<Applicant> ofQuery(Actor actor, AudienceRule rule, Fields field) {
    check(actor, rule);
    mustFit(rule.jql() == null ? "filterId" : "jql", audience.count(rule, actor.userKey()));
    return read(actor, rule, field);
  }

  private List<Applicant> read(Actor actor, AudienceRule rule, Fields field) {
    check(actor, rule);
    List<Applicant> found = new ArrayList<>();
    audience.read(
        rule, field.zone(), actor.userKey(), candidate -> found.add(Applicant.of(candidate)));
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

  /** Those of an issue with these addresses and no others; one that is nowhere is refused. */
  private static List<Applicant> chosen(List<Applicant> found, List<String> addresses) {
    if (found.stream().allMatch(one -> one.issueId() == null)) {
      return found;
    }
    mustFit("addresses", addresses.size());
    Problems problems = new Problems();
    Set<String> wanted = new HashSet<>();
    for (int i = 0; i < addresses.size(); i++) {
      String key = key(addresses.get(i));
      if (found.stream().noneMatch(one -> key.equals(key(one.rawAddress())))) {
        problems.add("addresses[" + i + "]", "drumbeat.enroll.not-on-issue", addresses.get(i));
      }
      wanted.add(key);
    }
    problems.refuse();
    return found.stream().filter(one -> wanted.contains(key(one.rawAddress()))).toList();
  }

  private static String key(@Nullable String address) {
    if (address == null) {
      return "";
    }
    return MailAddress.parse(address) instanceof ParsedAddress.Accepted accepted
        ? AddressKey.of(accepted.address())
        : AddressKey.ofText(address);
  }

  private static void mustFit(String field, int issues) {
    Problems problems = new Problems();
    if (issues > MOST) {
      problems.add(field, Reason.of("drumbeat.enroll.too-many", issues, MOST));
    }
    problems.refuse();
  }
}
