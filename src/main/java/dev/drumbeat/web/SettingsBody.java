package dev.drumbeat.web;

import dev.drumbeat.reply.CommentRules;
import org.jspecify.annotations.Nullable;

/** What holds for the whole instance, in requests and answers; null in a request stays as it is. */
record SettingsBody(@Nullable Boolean sendingEnabled, @Nullable Comments replyComments) {

  /**
   * How answers get onto issues: whether at all, the key of the user who writes those that the
   * owner of a campaign may not write, and the group or project role that alone may read them.
   */
  record Comments(
      @Nullable Boolean enabled,
      @Nullable String author,
      @Nullable String group,
      @Nullable Long roleId) {

    static Comments of(CommentRules rules) {
      return new Comments(rules.enabled(), rules.authorKey(), rules.group(), rules.roleId());
    }

    CommentRules rules() {
      return new CommentRules(!Boolean.FALSE.equals(enabled), author, group, roleId);
    }
  }
}
