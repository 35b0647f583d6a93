package com.atlassian.jira.bc.issue;

import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;

/** Makes issues under the rights of a user, in two steps: what may be made, then the making. */
public interface IssueService {
  IssueInputParameters newIssueInputParameters();

  CreateValidationResult validateCreate(ApplicationUser user, IssueInputParameters parameters);

  CreateValidationResult validateSubTaskCreate(
      ApplicationUser user, Long parentId, IssueInputParameters parameters);

  IssueResult create(ApplicationUser user, CreateValidationResult result);

  /** What may be made, or why not. */
  class CreateValidationResult {
    private final ErrorCollection errors;

    public CreateValidationResult(ErrorCollection errors) {
      this.errors = errors;
    }

    public boolean isValid() {
      return !errors.hasAnyErrors();
    }

    public ErrorCollection getErrorCollection() {
      return errors;
    }
  }

  /** What was made, or why not. */
  class IssueResult {
    private final MutableIssue issue;
    private final ErrorCollection errors;

    public IssueResult(MutableIssue issue, ErrorCollection errors) {
      this.issue = issue;
      this.errors = errors;
    }

    public MutableIssue getIssue() {
      return issue;
    }

    public boolean isValid() {
      return !errors.hasAnyErrors();
    }

    public ErrorCollection getErrorCollection() {
      return errors;
    }
  }
}
