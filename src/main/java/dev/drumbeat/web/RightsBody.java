package dev.drumbeat.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The groups that give each right, in requests and answers; null in a request stays as it is, and a
 * request without a version changes what is there.
 */
public record RightsBody(
    @Nullable Integer version,
    @Nullable List<String> useCampaigns,
    @Nullable List<String> launchCampaigns) {

  static RightsBody of(List<String> useCampaigns, List<String> launchCampaigns) {
    int version = Objects.hash(useCampaigns, launchCampaigns);
    return new RightsBody(version, useCampaigns, launchCampaigns);
  }
}
