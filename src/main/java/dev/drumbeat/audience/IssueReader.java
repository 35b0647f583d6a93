package dev.drumbeat.audience;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads single issues under the rights of a user. An issue that is missing, that the user may not
 * browse, or that is asked for by somebody unknown or deactivated, is not there.
 */
public final class IssueReader {

  private final IssueManager issues;
  private final PermissionManager permissions;
  private final People people;
  private final ActingUser acting;
  private final FactsReader facts;
  private final DateFields dates;

  public IssueReader(
      IssueManager issues,
      PermissionManager permissions,
      CustomFieldManager customFields,
      People people,
      JiraAuthenticationContext context) {
    this.issues = issues;
    this.permissions = permissions;
    this.people = people;
    this.acting = new ActingUser(context);
    this.facts = new FactsReader(customFields);
    this.dates = new DateFields(customFields);
  }

  /** What templates may know of the issue. */
  public Optional<IssueFacts> read(long issueId, String userKey) {
    return visible(() -> issues.getIssueObject(issueId), userKey, facts::read);
  }

  /** The same, by its current key. */
  public Optional<IssueFacts> readByKey(String key, String userKey) {
    return visible(() -> issues.getIssueByCurrentKey(key), userKey, facts::read);
  }

  /** The id of an issue that the user may see, by its current key. */
  public Optional<Long> findId(String key, String userKey) {
    return visible(() -> issues.getIssueByCurrentKey(key), userKey, Issue::getId);
  }

  /** Whether the user may see the issue. */
  public boolean isVisible(long issueId, String userKey) {
    return visible(() -> issues.getIssueObject(issueId), userKey, Issue::getId).isPresent();
  }

  /** Whether there is such an issue, whoever may see it. */
  public boolean exists(long issueId) {
    return issues.getIssueObject(issueId) != null;
  }

  /** The day in a field of the issue; empty when there is none, or no issue to see. */
  public Optional<LocalDate> date(long issueId, String field, String userKey) {
    return visible(() -> issues.getIssueObject(issueId), userKey, Function.identity())
        .flatMap(issue -> dates.read(issue, field));
  }

  /** The fields that hold a day: what people call each, by its id. */
  public Map<String, String> dateFields() {
    return dates.names();
  }

  /** What people call a custom field; its id when it is gone, or is none. */
  public String fieldName(String id) {
    return facts.customFieldIds().getOrDefault(id, id);
  }

  /** Whether issues have a field of that name, as templates name it. */
  public boolean hasField(String name) {
    return IssueFacts.OF_EVERY_ISSUE.contains(name) || facts.fieldNames().contains(name);
  }

  /** The names that the fields of an issue may go by in a template. */
  public Set<String> fieldNames() {
    return facts.fieldNames();
  }

  /** What people call each custom field, by the name that a template should use. */
  public Map<String, String> customFieldNames() {
    return facts.customFieldNames();
  }

  /** What people call each custom field, by its id. */
  public Map<String, String> customFieldIds() {
    return facts.customFieldIds();
  }

  private <A> Optional<A> visible(
      Supplier<? extends @Nullable Issue> find, String userKey, Function<Issue, A> read) {
    return people
        .active(userKey)
        .flatMap(u -> acting.as(u, () -> visible(find.get(), u).map(read)));
  }

  private Optional<Issue> visible(@Nullable Issue issue, ApplicationUser user) {
    return Optional.ofNullable(issue)
        .filter(i -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, i, user));
  }
}
