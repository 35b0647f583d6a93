package dev.drumbeat.audience;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the addresses on an issue: of users in a field, or written in one. */
final class AddressField {

  private static final Pattern CUSTOM = Pattern.compile("customfield_[0-9]{1,18}");

  private final WatcherManager watchers;
  private final CustomFieldManager customFields;

  AddressField(WatcherManager watchers, CustomFieldManager customFields) {
    this.watchers = watchers;
    this.customFields = customFields;
  }

  /** Whether there is such a field. */
  boolean exists(String field) {
    return switch (field) {
      case AudienceRule.REPORTER, "assignee", "watchers" -> true;
      default ->
          CUSTOM.matcher(field).matches() && customFields.getCustomFieldObject(field) != null;
    };
  }

  /** One candidate for each address; one without an address when there is none. */
  Function<Issue, List<Candidate>> reader(String field, @Nullable String zoneField) {
    CustomField custom = custom(field);
    CustomField zone = zoneField == null ? null : custom(zoneField);
    return issue -> {
      String zoneText = zoneText(issue, zone);
      List<Candidate> found =
          several(value(issue, field, custom)).stream()
              .map(v -> candidate(issue, v, zoneText))
              .toList();
      return found.isEmpty()
          ? List.of(new Candidate(issue.getId(), issue.getKey(), null, null))
          : found;
    };
  }

  /** Whether it is a custom field that is there. */
  boolean isCustom(String field) {
    return custom(field) != null;
  }

  private @Nullable CustomField custom(String field) {
    return CUSTOM.matcher(field).matches() ? customFields.getCustomFieldObject(field) : null;
  }

  private static @Nullable String zoneText(Issue issue, @Nullable CustomField field) {
    Object value = field == null ? null : issue.getCustomFieldValue(field);
    return value == null ? null : FieldText.of(value);
  }

  private @Nullable Object value(Issue issue, String field, @Nullable CustomField custom) {
    return switch (field) {
      case AudienceRule.REPORTER -> issue.getReporter();
      case "assignee" -> issue.getAssignee();
      case "watchers" -> watchers.getWatchersUnsorted(issue);
      // A custom field that was deleted since the rule was checked has no value.
      default -> custom == null ? null : issue.getCustomFieldValue(custom);
    };
  }

  private static Collection<?> several(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Collection<?> all ? all : List.of(value);
  }

  private static Candidate candidate(Issue issue, Object value, @Nullable String zoneText) {
    boolean isUser = value instanceof ApplicationUser;
    String address =
        value instanceof ApplicationUser user ? user.getEmailAddress() : value.toString();
    String name = isUser ? ((ApplicationUser) value).getDisplayName() : null;
    boolean blank = address == null || address.isBlank();
    return new Candidate(issue.getId(), issue.getKey(), blank ? null : address, name, zoneText);
  }
}
