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

  /** One name of several that dots join, unless it is that of a method. */
  private static final Pattern PART = Pattern.compile("\\.?\\w++(?!\\()");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]+");

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
    return escape.apply(printable(value.toString()));
  }

  /** No mail may hold control characters, and some servers refuse those that do. */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return CONTROL.matcher(text).replaceAll("");
      }
    }
    return text;
  }

  private static boolean isControl(char c) {
    return c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c == 0x7f;
  }

  Set<String> missing() {
    return missing;
  }

  /** {@code ${lead.name.trim()|'x'}} is about {@code lead.name}. */
  static String name(String reference) {
    Matcher part = PART.matcher(reference);
    if (!part.find()) {
      return reference;
    }
    int from = part.start();
    int to = part.end();
    while (reference.startsWith(".", to) && part.region(to, reference.length()).lookingAt()) {
      to = part.end();
    }
    return reference.substring(from, to);
  }
}
