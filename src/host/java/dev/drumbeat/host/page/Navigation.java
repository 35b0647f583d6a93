package dev.drumbeat.host.page;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The menus of the frame: the host's own, and in their places those of the apps. */
public final class Navigation {

  private static final String TOP = "system.top.navigation.bar";
  private static final String APPS = "admin_plugins_menu";

  private final WebFragments fragments;
  private final Texts texts;
  private final JiraAuthenticationContext user;
  private final GlobalPermissionManager permissions;
  private final String contextPath;

  /** Takes the fragments of the apps, and who is asking. */
  public Navigation(
      WebFragments fragments,
      Texts texts,
      JiraAuthenticationContext user,
      GlobalPermissionManager permissions,
      String contextPath) {
    this.fragments = fragments;
    this.texts = texts;
    this.user = user;
    this.permissions = permissions;
    this.contextPath = contextPath;
  }

  /** A link of the top bar; with groups it opens a menu. */
  public record Menu(WebItem item, List<Group> groups) {}

  /**
   * Links under one heading.
   *
   * @param id {@code location/section}, as pages name it in {@code admin.active.section}
   */
  public record Group(String id, String label, List<WebItem> items) {}

  /** The top bar. */
  List<Menu> top() {
    return Stream.concat(
            Stream.of(
                own("browse_link", "host.projects", "/secure/BrowseProjects.jspa"),
                own("find_link", "host.issues", "/issues/")),
            fragments.items(TOP, Map.of()).stream())
        .map(item -> new Menu(item, groups(item.id())))
        .toList();
  }

  /** The left side of administration pages. */
  List<Group> administration() {
    List<Group> groups = new ArrayList<>();
    if (isAdministrator()) {
      groups.add(
          own("admin_system_menu/host", "host.system", "scheduler_details", "SchedulerAdmin"));
      groups.add(own(APPS + "/host", "host.apps", "manage_apps", "ManageApps"));
    }
    groups.addAll(groups(APPS));
    return groups;
  }

  private Group own(String id, String label, String item, String page) {
    String url = "/secure/admin/" + page + ".jspa";
    return new Group(id, texts.getText(label), List.of(own(item, "host." + item, url)));
  }

  private WebItem own(String id, String label, String path) {
    String url = contextPath + path;
    return new WebItem("host:" + id, id, texts.getText(label), "", url, "", Map.of());
  }

  private List<Group> groups(String location) {
    return fragments.sections(location, Map.of()).stream()
        .map(section -> group(location + "/" + section.key(), section))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  private Group group(String id, WebSection section) {
    return new Group(id, section.label(), fragments.items(id, Map.of()));
  }

  /** Who is logged in; null when nobody is. */
  ApplicationUser user() {
    return user.getLoggedInUser();
  }

  boolean isAdministrator() {
    return permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user());
  }
}
