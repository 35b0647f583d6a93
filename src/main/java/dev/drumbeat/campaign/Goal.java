package dev.drumbeat.campaign;

import org.jspecify.annotations.Nullable;

/** What a campaign is to reach: so many leads, or as many as possible when there is no target. */
public record Goal(GoalMetric metric, @Nullable Integer target) {}
