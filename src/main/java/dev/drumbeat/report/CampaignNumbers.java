package dev.drumbeat.report;

import dev.drumbeat.campaign.Campaign;
import java.util.List;

/** A campaign with what it amounts to, in all and step by step. */
public record CampaignNumbers(Campaign campaign, Numbers numbers, List<StepNumbers> steps) {}
