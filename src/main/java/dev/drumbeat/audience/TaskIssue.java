package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/** An issue that was made for a task, as it is now; nobody may be assigned. */
public record TaskIssue(long id, String key, boolean done, @Nullable String assigneeName) {}
