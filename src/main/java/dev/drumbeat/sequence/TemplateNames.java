package dev.drumbeat.sequence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The names that a template may use. Below {@code vars.} everything is allowed, since each lead
 * brings its own.
 */
public final class TemplateNames {

  static final Set<String> ROOTS =
      Set.of("lead", "issue", "campaign", "sender", "owner", "vars", "unsubscribe");

  private static final String ANY = "vars.";

  private static final List<String> FIXED =
      List.of(
          "lead.email",
          "lead.firstName",
          "lead.lastName",
          "lead.name",
          "issue.key",
          "issue.summary",
          "issue.status",
          "issue.type",
          "issue.project",
          "issue.assignee",
          "issue.reporter",
          "issue.dueDate",
          "issue.priority",
          "issue.description",
          "issue.labels",
          "campaign.name",
          "sender.name",
          "sender.email",
          "owner.name",
          "owner.email",
          "unsubscribe.url");

  private final Supplier<? extends Collection<String>> issueFields;

  /**
   * Asks each time for the custom fields: each by its id, {@code customfield_10000}, and by its
   * name in camelCase.
   */
  public TemplateNames(Supplier<? extends Collection<String>> issueFields) {
    this.issueFields = issueFields;
  }

  /** The names that do not depend on the custom fields of the instance. */
  public static List<String> fixed() {
    return FIXED;
  }

  /** All names but those below {@code vars.}. */
  public List<String> all() {
    return Stream.concat(
            FIXED.stream(),
            issueFields.get().stream()
                .filter(field -> !field.isEmpty())
                .map(field -> "issue." + field))
        .distinct()
        .toList();
  }

  /** Whether a template may use a name, as the fields of the instance are now. */
  Predicate<String> known() {
    Set<String> all = Set.copyOf(all());
    return name -> name.startsWith(ANY) || all.contains(name);
  }

  /** The name that was probably meant: the same but for capitals. */
  Optional<String> like(String name) {
    return all().stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
  }
}
