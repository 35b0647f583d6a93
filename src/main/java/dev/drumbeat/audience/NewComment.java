package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/**
 * A comment that is to be written; who may read it is limited to a group or a role of the project,
 * or is everybody who may see the issue.
 */
public record NewComment(
    long issueId, String authorKey, String body, @Nullable String group, @Nullable Long roleId) {}
