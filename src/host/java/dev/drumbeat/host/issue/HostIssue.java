package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.resolution.Resolution;
import dev.drumbeat.host.user.HostUser;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An issue as it was when read; reading it again answers what has changed since. As in Jira a day
 * becomes a timestamp at midnight of the Java process's zone.
 */
public record HostIssue(
    Long id,
    String key,
    HostProject project,
    IssueFields fields,
    Long parentId,
    Instant createdAt,
    Instant updatedAt)
    implements MutableIssue {

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getSummary() {
    return fields.summary();
  }

  @Override
  public String getDescription() {
    return fields.description();
  }

  @Override
  public HostProject getProjectObject() {
    return project;
  }

  @Override
  public HostIssueType getIssueType() {
    return fields.type();
  }

  @Override
  public HostStatus getStatus() {
    return fields.status();
  }

  /** As the usual workflow of Jira sets it: what is done is resolved. */
  @Override
  public Resolution getResolution() {
    return fields.status() == HostStatus.DONE ? new Resolution() {} : null;
  }

  @Override
  public boolean isSubTask() {
    return fields.type().isSubTask();
  }

  @Override
  public Long getParentId() {
    return parentId;
  }

  @Override
  public HostPriority getPriority() {
    return fields.priority();
  }

  @Override
  public HostUser getAssignee() {
    return fields.assignee();
  }

  @Override
  public HostUser getReporter() {
    return fields.reporter();
  }

  @Override
  public Timestamp getDueDate() {
    return fields.dueOn() == null ? null : midnight(fields.dueOn());
  }

  @Override
  public Timestamp getCreated() {
    return Timestamp.from(createdAt);
  }

  @Override
  public Set<Label> getLabels() {
    Set<Label> labels = new LinkedHashSet<>();
    fields.labels().forEach(label -> labels.add(new Label(null, id, null, label)));
    return labels;
  }

  /** A String, Timestamp, Double or user by the kind of the field; null when it has no value. */
  @Override
  public Object getCustomFieldValue(CustomField customField) {
    Object value = fields.value((HostField) customField);
    return value instanceof LocalDate day ? midnight(day) : value;
  }

  /** The key alone: what stands in an issue has no place in logs. */
  @Override
  public String toString() {
    return key;
  }

  private static Timestamp midnight(LocalDate day) {
    return Timestamp.valueOf(day.atStartOfDay());
  }
}
