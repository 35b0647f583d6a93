package dev.drumbeat.host.api;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostProject;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.HostUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a call names, as far as who calls may see it. */
final class Visible {

  private Visible() {}

  /** The issue by the key or id at the path's first star; what is invisible is not there. */
  static HostIssue issue(Tracker tracker, Call call) {
    return tracker
        .issues()
        .visible(call.user(), call.part(0))
        .orElseThrow(() -> new Refusal(noIssue(call.user())));
  }

  /** Those who are not logged in learn that it might help, whether the issue exists or not. */
  private static ApiAnswer noIssue(HostUser user) {
    return user == null
        ? ApiAnswer.refused(
            401,
            List.of("You do not have the permission to see the specified issue.", "Login Required"),
            Map.of())
        : ApiAnswer.refused(404, "Issue Does Not Exist");
  }

  static List<HostProject> projects(Tracker tracker, HostUser user) {
    return tracker.permissions().projects(ProjectPermissions.BROWSE_PROJECTS, user);
  }

  /** A project by key or id. */
  static Optional<HostProject> project(Tracker tracker, HostUser user, String keyOrId) {
    return projects(tracker, user).stream()
        .filter(p -> p.key().equalsIgnoreCase(keyOrId) || p.id().toString().equals(keyOrId))
        .findFirst();
  }
}
