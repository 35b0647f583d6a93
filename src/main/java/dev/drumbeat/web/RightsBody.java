package dev.drumbeat.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups that give each right, in requests and answers; null in a request stays as it is. */
record RightsBody(@Nullable List<String> useCampaigns, @Nullable List<String> launchCampaigns) {}
