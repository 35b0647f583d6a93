package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import dev.drumbeat.host.database.Database;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The custom fields of the host; their names are unique in any case. */
public final class CustomFields implements CustomFieldManager {

  private final JdbcTemplate jdbc;

  CustomFields(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * Adds a field to all projects.
   *
   * @throws InvalidFieldException when the name is taken
   */
  public HostField add(String name, FieldKind kind) {
    if (named(name).isPresent()) {
      throw new InvalidFieldException("name", "There is already a field named '" + name + "'");
    }
    jdbc.update(
        "INSERT INTO HOST_CUSTOM_FIELD (FIELD_NAME, KIND) VALUES (?, ?)", name, kind.name());
    return named(name).orElseThrow();
  }

  /** The field of that name, in any case. */
  public Optional<HostField> named(String name) {
    return all().stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The field with an id such as {@code customfield_10000}; null when there is none. */
  @Override
  public HostField getCustomFieldObject(String id) {
    return all().stream().filter(f -> f.getId().equals(id)).findFirst().orElse(null);
  }

  /** All fields in the order in which they were added. */
  public List<HostField> all() {
    return jdbc.query(
        "SELECT ID, FIELD_NAME, KIND FROM HOST_CUSTOM_FIELD ORDER BY ID",
        (row, n) ->
            new HostField(
                row.getLong("ID"),
                row.getString("FIELD_NAME"),
                FieldKind.valueOf(row.getString("KIND"))));
  }

  @Override
  public List<CustomField> getCustomFieldObjects() {
    return List.copyOf(all());
  }
}
