package dev.drumbeat.host.issue;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operator;
import dev.drumbeat.host.user.Users;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the field that a query names. */
final class SearchFields {

  private final JdbcTemplate jdbc;
  private final Users users;
  private final ProjectPermissionsCheck permissions;
  private final CustomFields custom;
  private final Filters filters;
  private final Set<Long> within;

  SearchFields(
      JdbcTemplate jdbc,
      Users users,
      ProjectPermissionsCheck permissions,
      CustomFields custom,
      Filters filters) {
    this(jdbc, users, permissions, custom, filters, Set.of());
  }

  private SearchFields(
      JdbcTemplate jdbc,
      Users users,
      ProjectPermissionsCheck permissions,
      CustomFields custom,
      Filters filters,
      Set<Long> within) {
    this.jdbc = jdbc;
    this.users = users;
    this.permissions = permissions;
    this.custom = custom;
    this.filters = filters;
    this.within = within;
  }

  /**
   * The same inside the query of a saved filter.
   *
   * @throws JqlException when the filter is inside itself
   */
  SearchFields within(Long filter) {
    Set<Long> all = new HashSet<>(within);
    if (!all.add(filter)) {
      throw new JqlException(
          "Field 'filter' with value '%d' matches a filter that references itself."
              .formatted(filter));
    }
    return new SearchFields(jdbc, users, permissions, custom, filters, Set.copyOf(all));
  }

  /**
   * The field of that name, in any case.
   *
   * @throws JqlException when there is none
   */
  SearchField named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "key", "issuekey", "issue", "id" -> new KeyField(jdbc);
      case "project" -> choice(name, "PROJECT_KEY", project(), "I.PROJECT_KEY");
      case "issuetype", "type" -> fixed(name, "ISSUE_TYPE", HostIssueType.values());
      case "status" -> fixed(name, "STATUS", HostStatus.values());
      case "priority" -> fixed(name, "PRIORITY", HostPriority.values());
      case "assignee" -> choice(name, "ASSIGNEE", ValueReader.user(users), userName("I.ASSIGNEE"));
      case "reporter" -> choice(name, "REPORTER", ValueReader.user(users), userName("I.REPORTER"));
      case "labels" ->
          new ValueField(name, Place.labels(), Operator.CHOICE, ValueReader.text(), null);
      case "created", "createddate" -> ordered(name, "CREATED_AT", ValueReader.moment());
      case "updated", "updateddate" -> ordered(name, "UPDATED_AT", ValueReader.moment());
      case "due", "duedate" -> ordered(name, "DUE_ON", ValueReader.day());
      case "summary" -> text(name, "SUMMARY");
      case "description" -> text(name, "DESCRIPTION");
      case "text" -> anyText();
      case "filter", "savedfilter", "request", "searchrequest" -> new FilterField(filters, this);
      default -> customField(name);
    };
  }

  private static SearchField choice(String name, String column, ValueReader reader, String sort) {
    return new ValueField(name, Place.column(column), Operator.CHOICE, reader, sort);
  }

  private static SearchField ordered(String name, String column, ValueReader reader) {
    return new ValueField(name, Place.column(column), Operator.ORDER, reader, "I." + column);
  }

  private static SearchField text(String name, String column) {
    String sort = "LOWER(I." + column + ")";
    return new ValueField(name, Place.column(column), Operator.TEXT, ValueReader.text(), sort);
  }

  private SearchField anyText() {
    List<SearchField> fields =
        new ArrayList<>(List.of(text("summary", "SUMMARY"), text("description", "DESCRIPTION")));
    custom.all().stream()
        .filter(f -> f.kind() == FieldKind.TEXT)
        .map(f -> customField(f.name(), f))
        .forEach(fields::add);
    return new AnyTextField(fields);
  }

  private SearchField customField(String name) {
    Predicate<HostField> meant =
        f -> f.name().equalsIgnoreCase(name) || name.equals("cf[" + f.number() + "]");
    return custom.all().stream()
        .filter(meant)
        .map(f -> customField(name, f))
        .findFirst()
        .orElseThrow(() -> new JqlException("Field '" + name + "' does not exist."));
  }

  private SearchField customField(String name, HostField field) {
    String value =
        "(SELECT V.%s FROM HOST_CUSTOM_VALUE V WHERE V.ISSUE_ID = I.ID AND V.FIELD_ID = %d)"
            .formatted(field.kind().column(), field.number());
    Place place = Place.custom(field);
    return switch (field.kind()) {
      case TEXT ->
          new ValueField(name, place, Operator.TEXT, ValueReader.text(), "LOWER(" + value + ")");
      case DATE -> new ValueField(name, place, Operator.ORDER, ValueReader.day(), value);
      case NUMBER -> new ValueField(name, place, Operator.ORDER, ValueReader.number(), value);
      case USER ->
          new ValueField(name, place, Operator.CHOICE, ValueReader.user(users), userName(value));
    };
  }

  private ValueReader project() {
    return ValueReader.known(
        (text, searcher) ->
            permissions.projects(ProjectPermissions.BROWSE_PROJECTS, searcher.user()).stream()
                .filter(
                    p ->
                        p.key().equalsIgnoreCase(text)
                            || p.name().equalsIgnoreCase(text)
                            || p.id().toString().equals(text))
                .map(HostProject::key)
                .findFirst());
  }

  /** A field with a few fixed values, sorted in the order in which they are declared. */
  private static SearchField fixed(String name, String column, Choice[] all) {
    StringBuilder order = new StringBuilder("CASE I." + column);
    for (int i = 0; i < all.length; i++) {
      order.append(" WHEN '").append(all[i].getId()).append("' THEN ").append(i);
    }
    ValueReader reader = ValueReader.known(text -> Choice.find(all, text).map(Choice::getId));
    return choice(name, column, reader, order + " END");
  }

  private static String userName(String key) {
    return "(SELECT LOWER(N.DISPLAY_NAME) FROM HOST_USER N WHERE N.USER_KEY = " + key + ")";
  }
}
