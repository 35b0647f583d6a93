package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a user asks for into a filter. What the user may not see is not found. */
final class QueryCheck {

  private final Problems problems = new Problems();
  private final Actor actor;
  private final VisibleCampaigns visible;
  private final IssueReader issues;

  QueryCheck(Actor actor, VisibleCampaigns visible, IssueReader issues) {
    this.actor = actor;
    this.visible = visible;
    this.issues = issues;
  }

  EnrollmentFilter check(EnrollmentQuery query) {
    Long campaignId = number("campaignId", query.campaignId());
    Long stepId = number("stepId", query.stepId());
    RunTrait trait = trait(query.has());
    String addressKey = addressKey(query.email());
    EnrollmentState state = state(query.state());
    String reason = reason(query.reason());
    problems.refuse();
    return new EnrollmentFilter(
        campaignId == null ? null : visible.get(actor, campaignId).id(),
        query.issueKey() == null ? null : issueId(query.issueKey()),
        addressKey,
        state,
        reason,
        null,
        null,
        stepId,
        trait);
  }

  private @Nullable RunTrait trait(@Nullable String word) {
    Optional<RunTrait> trait = Optional.ofNullable(word).flatMap(RunTrait::of);
    if (word != null && trait.isEmpty()) {
      Stream<String> all = Arrays.stream(RunTrait.values()).map(RunTrait::word);
      problems.add("has", "drumbeat.invalid.word", word, String.join(", ", all.toList()));
    }
    return trait.orElse(null);
  }

  private @Nullable Long number(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      problems.add(name, "drumbeat.json.expected-whole-number");
      return null;
    }
  }

  private long issueId(String key) {
    return issues
        .findId(key, actor.userKey())
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.enrollment.no-issue", key)));
  }

  private @Nullable String addressKey(@Nullable String text) {
    if (text == null) {
      return null;
    }
    ParsedAddress parsed = MailAddress.parse(text);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return AddressKey.of(accepted.address());
    }
    problems.add("email", ((ParsedAddress.Refused) parsed).reason());
    return null;
  }

  private @Nullable EnrollmentState state(@Nullable String word) {
    Optional<EnrollmentState> state = Optional.ofNullable(word).flatMap(EnrollmentState::of);
    if (word != null && state.isEmpty()) {
      Stream<String> all = Arrays.stream(EnrollmentState.values()).map(EnrollmentState::word);
      problems.add("state", "drumbeat.invalid.word", word, String.join(", ", all.toList()));
    }
    return state.orElse(null);
  }

  /** Reasons of ends and of pauses, which may have the same word. */
  private @Nullable String reason(@Nullable String word) {
    Optional<String> name =
        Optional.ofNullable(word)
            .flatMap(
                w -> EndReason.of(w).map(Enum::name).or(() -> PauseReason.of(w).map(Enum::name)));
    if (word != null && name.isEmpty()) {
      Stream<String> ends = Arrays.stream(EndReason.values()).map(EndReason::word);
      Stream<String> pauses = Arrays.stream(PauseReason.values()).map(PauseReason::word);
      String all = String.join(", ", Stream.concat(ends, pauses).distinct().toList());
      problems.add("reason", "drumbeat.invalid.word", word, all);
    }
    return name.orElse(null);
  }
}
