package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.status.Status;
import java.util.Optional;

/** The workflow: an issue may go from any of these to any other. */
public enum HostStatus implements Status, Choice {
  TO_DO("10000", "To Do"),
  IN_PROGRESS("3", "In Progress"),
  DONE("10001", "Done");

  private final String id;
  private final String title;

  HostStatus(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The one of that id or, in any case, of that name. */
  public static Optional<HostStatus> find(String text) {
    return Choice.find(values(), text);
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String getName() {
    return title;
  }
}
