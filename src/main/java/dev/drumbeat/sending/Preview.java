package dev.drumbeat.sending;

import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Step;
import org.jspecify.annotations.Nullable;

/** What a step would become, and to which address it would go; null when the lead has none. */
public record Preview(Step step, @Nullable String to, Rendering rendering) {}
