package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Which sequences a list shows: words of their name, whoever writes how, and their owner. */
public record SequenceFilter(@Nullable String name, @Nullable String ownerKey) {

  /** Every one that is in lists. */
  public static final SequenceFilter ALL = new SequenceFilter(null, null);

  Query query() {
    List<String> conditions = new ArrayList<>(List.of("HIDDEN = ?", "DELETED_AT IS NULL"));
    List<Object> values = new ArrayList<>(List.of(false));
    if (name != null && !name.isBlank()) {
      conditions.add("NAME_KEY LIKE ? ESCAPE '!'");
      values.add("%" + literal(name.strip().toLowerCase(Locale.ROOT)) + "%");
    }
    if (ownerKey != null) {
      conditions.add("OWNER_KEY = ?");
      values.add(ownerKey);
    }
    return Query.select().where(String.join(" AND ", conditions), values.toArray());
  }

  /** What LIKE takes as a pattern is text here; no name has U+0000, which PostgreSQL refuses. */
  private static String literal(String text) {
    return text.replace("\0", "").replaceAll("[!%_\\[]", "!$0");
  }
}
