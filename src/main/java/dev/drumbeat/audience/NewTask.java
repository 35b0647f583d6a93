package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/**
 * An issue that tells somebody what to do by hand.
 *
 * @param ownerKey the user under whose rights it is made, and its reporter
 * @param parentId the issue that it belongs to; null for a lead without one
 * @param projectKey where it is made when it belongs to no issue; null is nowhere
 * @param issueType an id or a name; null is a sub-task where there are any, else a task
 * @param assigneeKey who is to do it; null is whoever the project gives its issues to
 * @param description ends with a line that no other issue has
 */
public record NewTask(
    String ownerKey,
    @Nullable Long parentId,
    @Nullable String projectKey,
    @Nullable String issueType,
    @Nullable String assigneeKey,
    String summary,
    String description) {}
