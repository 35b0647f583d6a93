package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an issue is. */
public enum HostIssueType implements IssueType, Choice {
  TASK("10000", "Task"),
  STORY("10001", "Story"),
  BUG("10002", "Bug"),
  SUB_TASK("10003", "Sub-task");

  private final String id;
  private final String title;

  HostIssueType(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The one of that id or, in any case, of that name. */
  public static Optional<HostIssueType> find(String text) {
    return Choice.find(values(), text);
  }

  /** Those of issues that stand by themselves. */
  public static List<HostIssueType> standard() {
    return Stream.of(values()).filter(type -> !type.isSubTask()).toList();
  }

  @Override
  public boolean isSubTask() {
    return this == SUB_TASK;
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
