package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.priority.Priority;
import java.util.Optional;

/** How urgent an issue is, the most urgent first. */
public enum HostPriority implements Priority, Choice {
  HIGHEST("1", "Highest"),
  HIGH("2", "High"),
  MEDIUM("3", "Medium"),
  LOW("4", "Low"),
  LOWEST("5", "Lowest");

  private final String id;
  private final String title;

  HostPriority(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The one of that id or, in any case, of that name. */
  public static Optional<HostPriority> find(String text) {
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
