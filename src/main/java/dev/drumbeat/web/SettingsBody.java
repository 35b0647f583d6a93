package dev.drumbeat.web;

import dev.drumbeat.audience.InstanceRules;
import dev.drumbeat.reply.CommentRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole instance, in requests and answers; null in a request stays as it is. The
 * version is that of everything but the switch; a request without one changes what is there.
 */
public record SettingsBody(
    @Nullable Integer version,
    @Nullable Boolean sendingEnabled,
    @Nullable Comments replyComments,
    @Nullable Integer mostIssues,
    @Nullable Integer confirmAbove,
    @Nullable String defaultZone,
    @Nullable List<String> defaultHolidays) {

  static SettingsBody of(boolean sendingEnabled, CommentRules comments, InstanceRules rules) {
    return new SettingsBody(
        version(comments, rules),
        sendingEnabled,
        Comments.of(comments),
        rules.mostIssues(),
        rules.confirmAbove(),
        rules.zone() == null ? null : rules.zone().getId(),
        rules.holidays().stream().map(LocalDate::toString).toList());
  }

  /** Made of what is there, the same on every node: nothing has to count. */
  static int version(CommentRules comments, InstanceRules rules) {
    return Objects.hash(
        comments.enabled(),
        comments.authorKey(),
        comments.group(),
        comments.roleId(),
        rules.mostIssues(),
        rules.confirmAbove(),
        String.valueOf(rules.zone()),
        rules.holidays().toString());
  }

  /**
   * How answers get onto issues: whether at all, the key of the user who writes those that the
   * owner of a campaign may not write, and the group or project role that alone may read them.
   */
  public record Comments(
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
