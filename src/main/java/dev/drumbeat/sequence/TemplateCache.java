package dev.drumbeat.sequence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the templates in use parsed, up to so much of them; the longest unused go. What is too long
 * to be a template is not read at all, and leaves those that are in use where they are.
 */
final class TemplateCache {

  private static final int MOST = 400_000;

  /** What every template takes, however short, in characters of a long one. */
  private static final int EACH = 500;

  private final Map<String, ParsedTemplate> parsed = new LinkedHashMap<>(16, 0.75f, true);
  private final TemplateParser parser = new TemplateParser();
  private int held = 0;

  /** Parses at most once while the text is in use; two threads may both do it at first. */
  ParsedTemplate get(String text) {
    if (text.length() > TemplateParser.LONGEST) {
      return parser.parse(text);
    }
    ParsedTemplate known = find(text);
    if (known == null) {
      known = parser.parse(text);
      keep(text, known);
    }
    return known;
  }

  private synchronized @Nullable ParsedTemplate find(String text) {
    return parsed.get(text);
  }

  private synchronized void keep(String text, ParsedTemplate template) {
    if (parsed.put(text, template) == null) {
      held += EACH + text.length();
    }
    var oldest = parsed.keySet().iterator();
    while (held > MOST) {
      held -= EACH + oldest.next().length();
      oldest.remove();
    }
  }
}
