package dev.drumbeat.web;

import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/**
 * For whom a change of a sequence is to count. It is in force at once, for leads under way too (V3,
 * V4); to hold it back from them is not available yet.
 */
record PublishRequest(@Nullable String apply) {

  private static final String RUNNING = "running";

  static final PublishRequest USUAL = new PublishRequest(RUNNING);

  void check() {
    if ("new".equals(apply)) {
      throw InvalidInput.at("apply", Reason.of("drumbeat.invalid.later-word", "new", RUNNING));
    }
    if (!RUNNING.equals(apply)) {
      throw InvalidInput.at(
          "apply", Reason.of("drumbeat.invalid.word", String.valueOf(apply), RUNNING));
    }
  }
}
