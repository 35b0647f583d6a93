package dev.drumbeat.enrollment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many steps are due, and since when the oldest of them. */
public record Backlog(int due, @Nullable Instant oldest) {}
