package dev.drumbeat.sequence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the templates in use parsed, up to so many characters of them; the longest unused go. */
final class TemplateCache {

  private static final int MOST_CHARACTERS = 1_000_000;

  private final Map<String, ParsedTemplate> parsed = new LinkedHashMap<>(16, 0.75f, true);
  private final TemplateParser parser = new TemplateParser();
  private int characters = 0;

  /** Parses at most once while the text is in use; two threads may both do it at first. */
  ParsedTemplate get(String text) {
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
      characters += text.length();
    }
    var oldest = parsed.keySet().iterator();
    while (characters > MOST_CHARACTERS) {
      characters -= oldest.next().length();
      oldest.remove();
    }
  }
}
