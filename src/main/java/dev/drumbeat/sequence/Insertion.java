package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a value goes into a mail: remembers what is missing instead of printing a
 * placeholder, refuses what is not text, and escapes the rest.
 */
final class Insertion implements ReferenceInsertionEventHandler {

  /** The names before the first call, bracket or fallback. */
  private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+\\b(?!\\())*");

  private final UnaryOperator<String> escape;
  private final Set<String> missing = new LinkedHashSet<>();

  Insertion(UnaryOperator<String> escape) {
    this.escape = escape;
  }

  @Override
  public Object referenceInsert(Context context, String reference, @Nullable Object value) {
    if (value == null) {
      missing.add(name(reference));
      return "";
    }
    if (value instanceof ValueGroup || value instanceof ValueList) {
      throw new Unrenderable(Reason.of("drumbeat.render.not-text", name(reference)));
    }
    return escape.apply(value.toString());
  }

  Set<String> missing() {
    return missing;
  }

  /** {@code ${lead.name.trim()|'x'}} is about {@code lead.name}. */
  static String name(String reference) {
    Matcher name = NAME.matcher(reference);
    return name.find() ? name.group() : reference;
  }
}
