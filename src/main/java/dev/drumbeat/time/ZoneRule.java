package dev.drumbeat.time;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In whose zone the windows of a campaign are: its own, that of each lead as a field of the issue
 * tells it, or that of the account that writes (T16).
 *
 * @param field the custom field with the lead's zone, such as {@code customfield_10000}; null
 *     unless it is the lead's
 */
public record ZoneRule(Whose whose, @Nullable String field) {

  /** One for all leads. */
  public static final ZoneRule CAMPAIGN = new ZoneRule(Whose.CAMPAIGN, null);

  /** Whose zone it is. */
  public enum Whose {
    CAMPAIGN,
    LEAD,
    SENDER;

    /** The word of REST. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Finds it by its word. */
    public static Optional<Whose> of(String word) {
      return Stream.of(values()).filter(w -> w.word().equals(word)).findFirst();
    }

    /** All words, for a message. */
    public static String words() {
      return String.join(", ", Stream.of(values()).map(Whose::word).toList());
    }
  }
}
