package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere a lead may be enrolled, or why not now. The state is that of a campaign, null for a
 * sequence; the address field is the one of the campaign's audience, null when there is none.
 */
public record EnrollChoice(
    EnrollTarget target,
    String name,
    @Nullable CampaignState state,
    @Nullable String addressField,
    @Nullable Reason whyNot) {}
