package dev.drumbeat.audience;

import static java.util.Comparator.comparing;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import dev.drumbeat.audience.FieldChoice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of an issue at which an address can be found. */
public final class AddressFields {

  private static final String SYSTEM = "com.atlassian.jira.plugin.system.customfieldtypes:";

  private static final Map<String, Kind> TYPES =
      Map.of(
          SYSTEM + "textfield", Kind.TEXT,
          SYSTEM + "readonlyfield", Kind.TEXT,
          SYSTEM + "userpicker", Kind.USER,
          SYSTEM + "multiuserpicker", Kind.USER);

  /** The most likely first: an address may be that of a house as well. */
  private static final List<Pattern> SPEAKING =
      List.of(named("mail"), named("address|adresse|anschrift"));

  private final CustomFieldManager customFields;

  public AddressFields(CustomFieldManager customFields) {
    this.customFields = customFields;
  }

  private static Pattern named(String part) {
    return Pattern.compile(part, Pattern.CASE_INSENSITIVE);
  }

  /** All of them: those that every issue has, then the custom fields by name. */
  public List<FieldChoice> all() {
    List<FieldChoice> all = new ArrayList<>();
    for (String id : List.of(AudienceRule.REPORTER, "assignee", "watchers")) {
      all.add(new FieldChoice(id, null, Kind.USER));
    }
    custom()
        .sorted(comparing(FieldChoice::customName, String.CASE_INSENSITIVE_ORDER))
        .forEach(all::add);
    return all;
  }

  /** All custom fields by name, whatever is in them. */
  public List<FieldChoice> allCustom() {
    return customFields.getCustomFieldObjects().stream()
        .map(field -> new FieldChoice(field.getId(), field.getName(), Kind.TEXT))
        .sorted(comparing(FieldChoice::customName, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The first text field whose name says that it holds an address; else the reporter. */
  public String likeliest() {
    List<FieldChoice> texts = custom().filter(field -> field.kind() == Kind.TEXT).toList();
    return SPEAKING.stream()
        .flatMap(word -> texts.stream().filter(field -> word.matcher(field.customName()).find()))
        .findFirst()
        .map(FieldChoice::id)
        .orElse(AudienceRule.REPORTER);
  }

  private Stream<FieldChoice> custom() {
    return customFields.getCustomFieldObjects().stream().flatMap(field -> choice(field).stream());
  }

  /** Fields of other apps are of types that nobody knows here; their name has to tell. */
  private static Optional<FieldChoice> choice(CustomField field) {
    String type = field.getCustomFieldType().getKey();
    Kind kind = TYPES.get(type);
    if (kind == null
        && !type.startsWith(SYSTEM)
        && SPEAKING.get(0).matcher(field.getName()).find()) {
      kind = Kind.TEXT;
    }
    return Optional.ofNullable(kind).map(k -> new FieldChoice(field.getId(), field.getName(), k));
  }
}
