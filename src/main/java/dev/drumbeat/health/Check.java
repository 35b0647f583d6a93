package dev.drumbeat.health;

import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one thing found: one sentence, and where it is not in order who can change that
 * and where.
 *
 * @param name one word, the same in every version
 * @param place a page of the app, for example {@code accounts#new}; null is none
 */
public record Check(
    String name, Level level, Reason sentence, @Nullable Mender mender, @Nullable String place) {

  static Check ok(String name, Reason sentence) {
    return new Check(name, Level.OK, sentence, null, null);
  }

  static Check warning(String name, Reason sentence, Mender mender) {
    return new Check(name, Level.WARNING, sentence, mender, null);
  }

  static Check error(String name, Reason sentence, Mender mender) {
    return new Check(name, Level.ERROR, sentence, mender, null);
  }

  /** It is changed on that page of the app. */
  Check at(String page) {
    return new Check(name, level, sentence, mender, page);
  }
}
