package dev.drumbeat.enrollment;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a slice of an audience who is admitted and who is left out and why (E8). Whoever an
 * earlier pass over the same audience dealt with is in neither. A few queries, however many
 * candidates.
 */
final class Sieve {

  private final EnrollmentStore enrollments;
  private final LeftOutStore leftOut;
  private final Suppressions suppressions;

  Sieve(EnrollmentStore enrollments, LeftOutStore leftOut, Suppressions suppressions) {
    this.enrollments = enrollments;
    this.leftOut = leftOut;
    this.suppressions = suppressions;
  }

  Sifted sift(Campaign campaign, List<Candidate> slice) {
    Sifted sifted = new Sifted(campaign.id());
    Map<Candidate, MailAddress> addresses = new LinkedHashMap<>();
    for (Candidate candidate : slice) {
      address(candidate, sifted).ifPresent(address -> addresses.put(candidate, address));
    }
    Known known = known(campaign, addresses);
    addresses.forEach((candidate, address) -> sift(candidate, address, known, sifted));
    sifted.forget(leftOut.known(sifted.leftOut().keySet()));
    return sifted;
  }

  /** Notes that nobody of them fits into the audience any more. */
  Sifted overLimit(Campaign campaign, List<Candidate> slice) {
    Sifted sifted = new Sifted(campaign.id());
    slice.forEach(candidate -> leaveOut(sifted, candidate, LeftOutReason.OVER_LIMIT, null));
    sifted.forget(leftOut.known(sifted.leftOut().keySet()));
    return sifted;
  }

  private static Optional<MailAddress> address(Candidate candidate, Sifted sifted) {
    String raw = candidate.rawAddress();
    if (raw == null) {
      leaveOut(sifted, candidate, LeftOutReason.NO_ADDRESS, null);
      return Optional.empty();
    }
    ParsedAddress parsed = MailAddress.parse(raw);
    if (parsed instanceof ParsedAddress.Refused refused) {
      leaveOut(sifted, candidate, LeftOutReason.INVALID_ADDRESS, refused.reason());
      return Optional.empty();
    }
    return Optional.of(((ParsedAddress.Accepted) parsed).address());
  }

  private Known known(Campaign campaign, Map<Candidate, MailAddress> addresses) {
    List<String> keys = addresses.values().stream().map(AddressKey::of).distinct().toList();
    Map<String, Enrollment> runs = new HashMap<>();
    enrollments.ofLeads(campaign.id(), keys).forEach(run -> runs.put(run.lead().addressKey(), run));
    return new Known(
        runs,
        suppressions.among(addresses.values(), campaign.id()),
        Optional.ofNullable(campaign.times().startedAt()).orElse(Instant.MAX));
  }

  private static void sift(Candidate candidate, MailAddress address, Known known, Sifted sifted) {
    String key = AddressKey.of(address);
    Enrollment run = known.runs().get(key);
    Lead chosen = run == null ? sifted.leads().get(key) : run.lead();
    Suppression suppression = known.suppressed().get(address);
    if (chosen != null) {
      leaveOutAgain(candidate, chosen, known.isOlder(run), sifted);
    } else if (suppression != null) {
      leaveOut(sifted, candidate, LeftOutReason.SUPPRESSED, suppression.reason().reason());
    } else {
      sifted.admit(
          new Lead(
              address,
              candidate.name(),
              candidate.issueId(),
              candidate.issueKey(),
              ZoneHints.ofField(candidate.zoneText())));
    }
  }

  /** The lead is in already: by this very issue, by another one, or from before the launch. */
  private static void leaveOutAgain(
      Candidate candidate, Lead chosen, boolean isOlder, Sifted sifted) {
    Long issueId = chosen.issueId();
    if (isOlder) {
      leaveOut(sifted, candidate, LeftOutReason.ALREADY_ENROLLED, null);
    } else if (issueId == null || issueId != candidate.issueId()) {
      Reason why = Reason.of("drumbeat.left-out.duplicate", String.valueOf(chosen.issueKey()));
      leaveOut(sifted, candidate, LeftOutReason.DUPLICATE, why);
    }
  }

  private static void leaveOut(
      Sifted sifted, Candidate candidate, LeftOutReason why, @Nullable Reason detail) {
    sifted.leaveOut(
        candidate, new LeftOut(candidate.issueKey(), candidate.rawAddress(), why, detail));
  }

  /** What the tables say of the addresses of a slice. */
  private record Known(
      Map<String, Enrollment> runs, Map<MailAddress, Suppression> suppressed, Instant launchedAt) {

    boolean isOlder(@Nullable Enrollment run) {
      return run != null && run.createdAt().isBefore(launchedAt);
    }
  }
}
