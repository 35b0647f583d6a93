package dev.drumbeat.enrollment;

import org.jspecify.annotations.Nullable;

/** What would become of one lead who was enrolled directly: a run, or why not; one is null. */
public record Foreseen(@Nullable NewEnrollment run, @Nullable Enrolled not) {}
