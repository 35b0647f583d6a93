package dev.drumbeat.web.page;

import dev.drumbeat.web.Texts;
import java.util.AbstractMap;
import java.util.Set;

/** The texts of the reader's language as templates see them: a map from key to text. */
final class TextMap extends AbstractMap<String, String> {

  private final Texts texts;

  TextMap(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String get(Object key) {
    return texts.of(key.toString());
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  /** There is no list of all keys, and no template needs one. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
