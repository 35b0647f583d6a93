package dev.drumbeat.enrollment;

/** How many runs through a campaign wait for a step of that version of its sequence. */
public record Waiting(long campaignId, int version, long stepId, int runs) {}
