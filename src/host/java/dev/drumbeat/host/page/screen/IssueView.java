package dev.drumbeat.host.page.screen;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.page.Navigation.Group;
import dev.drumbeat.host.page.WebFragments;
import dev.drumbeat.host.page.WebItem;
import dev.drumbeat.host.page.WebResources;
import dev.drumbeat.host.page.WebSection;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the page of an issue shows, places of apps included. */
public final class IssueView {

  /** Groups of the menu "More" that Jira brings along, in its order. */
  private static final List<String> OPERATIONS =
      List.of(
          "operations-top-level",
          "operations-work",
          "operations-attachments",
          "operations-voteswatchers",
          "operations-subtasks",
          "operations-operations",
          "operations-delete");

  private final Tracker tracker;
  private final Users users;
  private final WebFragments fragments;
  private final WebResources resources;

  /** Takes where issues are, and what apps add to the page. */
  public IssueView(Tracker tracker, Users users, WebFragments fragments, WebResources resources) {
    this.tracker = tracker;
    this.users = users;
    this.fragments = fragments;
    this.resources = resources;
  }

  Tracker tracker() {
    return tracker;
  }

  Users users() {
    return users;
  }

  /** A custom field that has a value. */
  public record FieldLine(String id, String name, String text) {}

  /** The values of the template for one reader, null when nobody is logged in. */
  Map<String, Object> values(HostIssue issue, HostUser reader, Dates dates) {
    resources.requireContext("jira.view.issue");
    Map<String, Object> places = Map.of("issue", issue, "project", issue.project());
    Map<String, Object> values = new HashMap<>();
    values.put("issue", issue);
    values.put("fields", fields(issue, dates));
    values.put("comments", tracker.comments().visible(reader, issue));
    values.put("changes", tracker.history().of(issue));
    values.put("mayComment", may(ProjectPermissions.ADD_COMMENTS, issue, reader));
    values.put("mayEdit", may(ProjectPermissions.EDIT_ISSUES, issue, reader));
    values.put("statuses", List.of(HostStatus.values()));
    values.put("people", users.all().stream().filter(HostUser::active).toList());
    values.put("more", more(places));
    values.put("left", fragments.panels("atl.jira.view.issue.left.context", places));
    values.put("right", fragments.panels("atl.jira.view.issue.right.context", places));
    return values;
  }

  private static List<FieldLine> fields(HostIssue issue, Dates dates) {
    return issue.fields().values().entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue(), dates))
        .toList();
  }

  private static FieldLine line(HostField field, Object value, Dates dates) {
    String text =
        value instanceof LocalDate day
            ? dates.day(day)
            : value instanceof HostUser user ? user.displayName() : value.toString();
    return new FieldLine(field.getId(), field.getName(), text);
  }

  private boolean may(ProjectPermissionKey key, HostIssue issue, HostUser reader) {
    return reader != null && tracker.permissions().hasPermission(key, issue, reader);
  }

  private List<Group> more(Map<String, Object> places) {
    return Stream.concat(
            OPERATIONS.stream().map(key -> new WebSection(key, "")),
            fragments.sections("opsbar-operations", places).stream())
        .map(section -> group(section, places))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  /** Items name the section alone; some apps write the location before it. */
  private Group group(WebSection section, Map<String, Object> places) {
    List<WebItem> items =
        Stream.of(section.key(), "opsbar-operations/" + section.key())
            .flatMap(place -> fragments.items(place, places).stream())
            .toList();
    return new Group(section.key(), section.label(), items);
  }
}
