package dev.drumbeat.report;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.PastSuppression;
import dev.drumbeat.audience.Suppression;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One address and what the reader may know of it: the runs, the newest first, with their campaigns,
 * and what forbids or forbade to write there, in force first.
 */
public record Person(
    MailAddress address,
    List<Enrollment> runs,
    Map<Long, Campaign> campaigns,
    List<PastSuppression> suppressions) {

  public Person {
    runs = List.copyOf(runs);
    campaigns = Map.copyOf(campaigns);
    suppressions = List.copyOf(suppressions);
  }

  /** The identity of the address (E3). */
  public String key() {
    return AddressKey.of(address);
  }

  /** What the newest run that has a name calls the person. */
  public @Nullable String name() {
    return runs.stream()
        .map(run -> run.lead().name())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Keys of issues through which the person came, as they were then. */
  public List<String> issueKeys() {
    return runs.stream()
        .map(run -> run.lead().issueKey())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What forbids to write now; empty when nothing does. */
  public List<Suppression> inForce() {
    return suppressions.stream()
        .filter(PastSuppression::isInForce)
        .map(PastSuppression::suppression)
        .toList();
  }

  /** Whether the reader may see all of a campaign, not only that a lead of an issue is in it. */
  boolean isOpen(long campaignId, Actor reader) {
    Campaign campaign = campaigns.get(campaignId);
    return campaign != null && campaign.isVisibleTo(reader);
  }
}
