package dev.drumbeat.sending;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lead that a preview is about, as an audience would. */
public final class PreviewLeads {

  private final Audience audience;

  public PreviewLeads(Audience audience) {
    this.audience = audience;
  }

  /** The first lead of the issue, or the address that is given; empty for an issue without one. */
  Optional<Lead> find(Actor actor, PreviewDraft draft, @Nullable IssueFacts issue) {
    if (issue == null || draft.email() != null) {
      return Optional.of(given(draft.email(), issue));
    }
    String field = draft.addressField();
    AudienceRule rule =
        AudienceRule.ofIssues(Set.of(issue.key()), field == null ? AudienceRule.REPORTER : field);
    check(rule, actor);
    List<Candidate> found = new ArrayList<>();
    audience.read(rule, actor.userKey(), found::add);
    return found.stream().flatMap(candidate -> lead(candidate).stream()).findFirst();
  }

  private static Lead given(@Nullable String email, @Nullable IssueFacts issue) {
    if (email == null) {
      throw InvalidInput.at("issueKey", Reason.of("drumbeat.invalid.required"));
    }
    ParsedAddress parsed = MailAddress.parse(email);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return issue == null
          ? new Lead(accepted.address(), null, null, null)
          : new Lead(accepted.address(), null, issue.id(), issue.key());
    }
    throw InvalidInput.at("email", ((ParsedAddress.Refused) parsed).reason());
  }

  private static Optional<Lead> lead(Candidate candidate) {
    String raw = candidate.rawAddress();
    return raw != null && MailAddress.parse(raw) instanceof ParsedAddress.Accepted accepted
        ? Optional.of(
            new Lead(
                accepted.address(), candidate.name(), candidate.issueId(), candidate.issueKey()))
        : Optional.empty();
  }

  /** The query is ours, so only the field can be wrong. */
  private void check(AudienceRule rule, Actor actor) {
    Problems found = new Problems();
    audience.check(rule, actor.userKey(), found, "");
    if (!found.isEmpty()) {
      throw InvalidInput.at("addressField", found.refusal().problems().get(0).reason());
    }
  }
}
