package dev.drumbeat.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address or a whole domain that is not written to, and who said so; one of the two is given.
 */
public record Suppression(
    long id,
    @Nullable String address,
    @Nullable String domain,
    Scope scope,
    SuppressionReason reason,
    Instant createdAt,
    String createdBy,
    @Nullable String note) {}
