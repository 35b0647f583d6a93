package dev.drumbeat.web.support;

import dev.drumbeat.web.RightsBody;
import dev.drumbeat.web.SettingsBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators decided: limits, and whether something is set where it could name people. */
record SettingsPart(
    boolean sendingEnabled,
    boolean copied,
    boolean replyComments,
    boolean hasCommentAuthor,
    boolean hasCommentGroup,
    boolean hasCommentRole,
    @Nullable Integer mostIssues,
    @Nullable Integer confirmAbove,
    boolean hasDefaultZone,
    int defaultHolidays,
    int groupsThatUse,
    int groupsThatLaunch) {

  static SettingsPart of(SettingsBody settings, RightsBody rights, boolean copied) {
    SettingsBody.Comments comments = settings.replyComments();
    return new SettingsPart(
        Boolean.TRUE.equals(settings.sendingEnabled()),
        copied,
        comments != null && !Boolean.FALSE.equals(comments.enabled()),
        comments != null && comments.author() != null,
        comments != null && comments.group() != null,
        comments != null && comments.roleId() != null,
        settings.mostIssues(),
        settings.confirmAbove(),
        settings.defaultZone() != null,
        size(settings.defaultHolidays()),
        size(rights.useCampaigns()),
        size(rights.launchCampaigns()));
  }

  private static int size(@Nullable List<?> list) {
    return list == null ? 0 : list.size();
  }
}
