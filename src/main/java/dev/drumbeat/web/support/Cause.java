package dev.drumbeat.web.support;

import dev.drumbeat.log.Why;
import dev.drumbeat.request.Reason;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is as it is: the word of the sentence, the answer code of a mail server if one said
 * it, and the numbers in the sentence. The rest of the sentence may name people.
 */
record Cause(String word, @Nullable String code, @Nullable List<Number> numbers) {

  /** Null without a reason. */
  static @Nullable Cause of(@Nullable Reason reason) {
    if (reason == null) {
      return null;
    }
    List<Number> numbers =
        reason.arguments().stream().filter(Cause::isNumber).map(Number.class::cast).toList();
    return new Cause(Why.word(reason), Why.code(reason), numbers.isEmpty() ? null : numbers);
  }

  private static boolean isNumber(Serializable argument) {
    return argument instanceof Integer || argument instanceof Long;
  }
}
