package dev.drumbeat.audience;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/** How templates call the fields of an issue. */
public final class FieldNames {

  private FieldNames() {}

  /** {@code Contract end} becomes {@code contractEnd}; empty when the name has no letters. */
  public static String camelCase(String name) {
    String joined =
        Stream.of(name.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(FieldNames::capitalised)
            .collect(joining());
    boolean usable = !joined.isEmpty() && Character.isLetter(joined.charAt(0));
    return usable ? joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1) : "";
  }

  private static String capitalised(String word) {
    // A word all in capitals is an abbreviation: CRM id is crmId, not cRMId.
    boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
    String rest = word.substring(1);
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
  }
}
