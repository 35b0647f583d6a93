package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/** A candidate who was not admitted, why, and in more words if there is more to say. */
public record LeftOut(
    String issueKey, @Nullable String address, LeftOutReason why, @Nullable Reason detail) {}
