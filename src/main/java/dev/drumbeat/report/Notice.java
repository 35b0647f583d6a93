package dev.drumbeat.report;

import dev.drumbeat.request.Reason;

/** One thing about a campaign that needs attention, in a sentence, and what can be done. */
public record Notice(Reason sentence, Remedy remedy) {}
