package dev.drumbeat.host.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of an issue are wanted: {@code *all}, {@code *navigable}, names, and names with a
 * minus before them for those that are not. Names that are no field's are ignored.
 */
record Selection(boolean all, boolean navigable, Set<String> wanted, Set<String> unwanted) {

  /**
   * Reads the list.
   *
   * @param otherwise what is meant by a list that names nothing to show
   */
  static Selection of(List<String> fields, String otherwise) {
    Set<String> wanted = new TreeSet<>();
    Set<String> unwanted = new TreeSet<>();
    fields.forEach(
        field -> (field.startsWith("-") ? unwanted : wanted).add(field.replaceFirst("^-", "")));
    if (wanted.isEmpty()) {
      wanted.add(otherwise);
    }
    return new Selection(wanted.contains("*all"), wanted.contains("*navigable"), wanted, unwanted);
  }

  boolean has(SystemField field) {
    return has(field.id(), field.isNavigable());
  }

  boolean has(String field, boolean isNavigable) {
    boolean shown = all || (navigable && isNavigable) || wanted.contains(field);
    return shown && !unwanted.contains(field);
  }
}
