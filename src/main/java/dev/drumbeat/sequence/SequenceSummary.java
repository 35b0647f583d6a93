package dev.drumbeat.sequence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sequence in a list: everything but its steps, which may be large. */
public record SequenceSummary(
    long id,
    int version,
    String name,
    @Nullable String description,
    String ownerKey,
    @Nullable Long sendingConfigId,
    int stepCount,
    Instant createdAt,
    Instant updatedAt) {}
