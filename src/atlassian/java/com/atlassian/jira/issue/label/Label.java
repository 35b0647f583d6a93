package com.atlassian.jira.issue.label;

/** A label of an issue. */
public class Label {
  private final String label;

  public Label(Long id, Long issueId, Long customFieldId, String label) {
    this.label = label;
  }

  public String getLabel() {
    return label;
  }
}
