package dev.drumbeat.web;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Right;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rights the members of a group have. Administrators of Jira have them all; that one comes
 * from Jira and is not given here.
 */
public final class Rights {

  private static final String KEY = "drumbeat.right.";
  private static final int MOST_GROUPS = 100;

  private final PluginSettingsFactory settings;
  private final GroupManager groups;
  private final GlobalPermissionManager permissions;

  public Rights(
      PluginSettingsFactory settings, GroupManager groups, GlobalPermissionManager permissions) {
    this.settings = settings;
    this.groups = groups;
    this.permissions = permissions;
  }

  /** Everything that the user may do; who may launch may also see what is launched. */
  Set<Right> of(ApplicationUser user) {
    if (permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)) {
      return EnumSet.allOf(Right.class);
    }
    Collection<String> own = groups.getGroupNamesForUser(user);
    if (anyOf(own, Right.LAUNCH_CAMPAIGNS)) {
      return EnumSet.of(Right.USE_CAMPAIGNS, Right.LAUNCH_CAMPAIGNS);
    }
    return anyOf(own, Right.USE_CAMPAIGNS)
        ? EnumSet.of(Right.USE_CAMPAIGNS)
        : EnumSet.noneOf(Right.class);
  }

  private boolean anyOf(Collection<String> own, Right right) {
    Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    given.addAll(groups(right));
    return own.stream().anyMatch(given::contains);
  }

  /** The groups of each right that can be given. */
  public RightsBody get(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    return RightsBody.of(groups(Right.USE_CAMPAIGNS), groups(Right.LAUNCH_CAMPAIGNS));
  }

  /** Replaces the groups of each right that the body names. */
  RightsBody give(Actor actor, RightsBody body) {
    RightsBody now = get(actor);
    if (body.version() != null && !body.version().equals(now.version())) {
      throw Conflict.stale(Objects.requireNonNull(now.version()));
    }
    Problems problems = new Problems();
    check("useCampaigns", body.useCampaigns(), problems);
    check("launchCampaigns", body.launchCampaigns(), problems);
    problems.refuse();
    store(Right.USE_CAMPAIGNS, body.useCampaigns());
    store(Right.LAUNCH_CAMPAIGNS, body.launchCampaigns());
    return get(actor);
  }

  private void check(String field, @Nullable List<String> names, Problems problems) {
    if (names == null) {
      return;
    }
    if (names.size() > MOST_GROUPS) {
      problems.add(field, "drumbeat.invalid.too-many", MOST_GROUPS);
    }
    for (int i = 0; i < names.size(); i++) {
      if (!groups.groupExists(names.get(i))) {
        problems.add(field + "[" + i + "]", "drumbeat.invalid.group", names.get(i));
      }
    }
  }

  private List<String> groups(Right right) {
    return settings.createGlobalSettings().get(KEY + right.name()) instanceof String names
        ? names.lines().toList()
        : List.of();
  }

  private void store(Right right, @Nullable List<String> names) {
    if (names != null) {
      String lines = String.join("\n", new LinkedHashSet<>(names));
      settings.createGlobalSettings().put(KEY + right.name(), lines);
    }
  }
}
