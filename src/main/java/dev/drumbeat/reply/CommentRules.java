package dev.drumbeat.reply;

import org.jspecify.annotations.Nullable;

/**
 * How answers get onto issues: whether at all, who writes those that the owner of the campaign may
 * not write, and the group or project role that alone may read them. Null is nobody and no limit.
 */
public record CommentRules(
    boolean enabled, @Nullable String authorKey, @Nullable String group, @Nullable Long roleId) {

  /** Until an administrator says otherwise. */
  public static final CommentRules USUAL = new CommentRules(true, null, null, null);
}
