package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import java.util.Optional;

/** The workflow: an issue may go from any of these to any other. */
public enum HostStatus implements Status, Choice {
  TO_DO("10000", "To Do", "new"),
  IN_PROGRESS("3", "In Progress", "indeterminate"),
  DONE("10001", "Done", "done");

  private final String id;
  private final String title;
  private final Category category;

  HostStatus(String id, String title, String category) {
    this.id = id;
    this.title = title;
    this.category = new Category(category);
  }

  @Override
  public StatusCategory getStatusCategory() {
    return category;
  }

  private record Category(String key) implements StatusCategory {

    @Override
    public String getKey() {
      return key;
    }
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
