package dev.drumbeat.host.issue;

import dev.drumbeat.host.user.HostUser;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people write into an issue. Never changed: each {@code with…} answers a copy, checked by the
 * limits of the fields. Description, reporter, assignee and due date may be null.
 */
public record IssueFields(
    HostIssueType type,
    String summary,
    String description,
    HostStatus status,
    HostPriority priority,
    HostUser reporter,
    HostUser assignee,
    LocalDate dueOn,
    SortedSet<String> labels,
    SortedMap<HostField, Object> values) {

  private static final int LINE = 255;
  private static final int TEXT = 32_767;

  /**
   * Copies and checks.
   *
   * @throws InvalidFieldException naming the first field that breaks its limit
   */
  public IssueFields {
    summary = summary == null ? "" : summary.strip();
    check(!summary.isEmpty(), "summary", "You must specify a summary of the issue.");
    check(summary.length() <= LINE, "summary", "Summary can't exceed 255 characters.");
    check(
        summary.lines().count() == 1,
        "summary",
        "The summary is invalid because it contains newline characters.");
    description = description == null || description.isBlank() ? null : description;
    boolean fits = description == null || description.length() <= TEXT;
    check(
        fits,
        "description",
        "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    labels.forEach(IssueFields::checkLabel);
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    values.forEach(IssueFields::checkValue);
  }

  /** A task to do, of medium priority and with nothing but a summary. */
  public static IssueFields of(String summary) {
    return new IssueFields(
        HostIssueType.TASK,
        summary,
        null,
        HostStatus.TO_DO,
        HostPriority.MEDIUM,
        null,
        null,
        null,
        Collections.emptySortedSet(),
        Collections.emptySortedMap());
  }

  /** What it is. */
  public IssueFields withType(HostIssueType to) {
    return new IssueFields(
        to, summary, description, status, priority, reporter, assignee, dueOn, labels, values);
  }

  /** One line of up to 255 characters. */
  public IssueFields withSummary(String to) {
    return new IssueFields(
        type, to, description, status, priority, reporter, assignee, dueOn, labels, values);
  }

  /** Up to 32,767 characters; null or blank for none. */
  public IssueFields withDescription(String to) {
    return new IssueFields(
        type, summary, to, status, priority, reporter, assignee, dueOn, labels, values);
  }

  /** Where it stands in the workflow. */
  public IssueFields withStatus(HostStatus to) {
    return new IssueFields(
        type, summary, description, to, priority, reporter, assignee, dueOn, labels, values);
  }

  /** How urgent it is. */
  public IssueFields withPriority(HostPriority to) {
    return new IssueFields(
        type, summary, description, status, to, reporter, assignee, dueOn, labels, values);
  }

  /** Who asks; null for nobody. */
  public IssueFields withReporter(HostUser to) {
    return new IssueFields(
        type, summary, description, status, priority, to, assignee, dueOn, labels, values);
  }

  /** Who works on it; null for nobody. */
  public IssueFields withAssignee(HostUser to) {
    return new IssueFields(
        type, summary, description, status, priority, reporter, to, dueOn, labels, values);
  }

  /** The day it is due; null for none. */
  public IssueFields withDueOn(LocalDate to) {
    return new IssueFields(
        type, summary, description, status, priority, reporter, assignee, to, labels, values);
  }

  /** Replaces all labels. */
  public IssueFields withLabels(Collection<String> to) {
    TreeSet<String> all = new TreeSet<>(to);
    return new IssueFields(
        type, summary, description, status, priority, reporter, assignee, dueOn, all, values);
  }

  /** Sets a custom field to a String, LocalDate, Double or HostUser by its kind; null clears it. */
  public IssueFields with(HostField field, Object value) {
    SortedMap<HostField, Object> all = new TreeMap<>(values);
    if (value == null || value.equals("")) {
      all.remove(field);
    } else {
      all.put(field, value);
    }
    return new IssueFields(
        type, summary, description, status, priority, reporter, assignee, dueOn, labels, all);
  }

  private static void checkLabel(String label) {
    check(
        label.matches("\\S+"),
        "labels",
        "The label '" + label + "' contains spaces which is invalid.");
    check(label.length() <= LINE, "labels", "The label '" + label + "' exceeds 255 characters.");
  }

  private static void checkValue(HostField field, Object value) {
    boolean right = field.kind().valueType().isInstance(value);
    String kind = field.kind().valueType().getSimpleName();
    check(right, field.getId(), "The field '" + field.name() + "' takes a " + kind + ".");
    boolean fits = !(value instanceof String text) || text.length() <= LINE;
    check(fits, field.getId(), "'" + field.name() + "' must be at most 255 characters.");
  }

  private static void check(boolean holds, String field, String message) {
    if (!holds) {
      throw new InvalidFieldException(field, message);
    }
  }

  /** The value of a custom field; null when it has none. */
  public Object value(HostField field) {
    return values.get(field);
  }

  /** Every field by the name that history uses, its value as text; null where it has none. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("issuetype", type.getName());
    texts.put("summary", summary);
    texts.put("description", description);
    texts.put("status", status.getName());
    texts.put("priority", priority.getName());
    texts.put("reporter", text(reporter));
    texts.put("assignee", text(assignee));
    texts.put("duedate", text(dueOn));
    texts.put("labels", labels.isEmpty() ? null : String.join(" ", labels));
    values.forEach((field, value) -> texts.put(field.name(), text(value)));
    return texts;
  }

  private static String text(Object value) {
    return value instanceof HostUser user
        ? user.displayName()
        : value == null ? null : value.toString();
  }
}
