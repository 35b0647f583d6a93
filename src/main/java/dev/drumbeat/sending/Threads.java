package dev.drumbeat.sending;

import dev.drumbeat.enrollment.ThreadInfo;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.sequence.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which conversation a step belongs to (H1-H4). */
final class Threads {

  private Threads() {}

  /** The thread that the step answers; none when it begins one, or when there is none yet. */
  static ThreadInfo answered(Step step, ThreadInfo before) {
    return step.newThread() || before.lastMessageId() == null ? ThreadInfo.NONE : before;
  }

  /** The thread once a message of the step is in it; the first subject is that which began it. */
  static ThreadInfo after(Step step, ThreadInfo before, @Nullable String subject, String id) {
    ThreadInfo answered = answered(step, before);
    String first = answered.firstSubject() == null ? subject : answered.firstSubject();
    List<String> references = Stream.concat(answered.references().stream(), Stream.of(id)).toList();
    return new ThreadInfo(first, id, references);
  }

  /** The subject that a shown step would answer if everything before it was sent (H1). */
  static @Nullable String subject(
      ShownStep shown, MailTemplates templates, Map<String, Object> values) {
    Step beginning = shown.beginning();
    return beginning != null && templates.render(beginning, values, null) instanceof Message first
        ? first.subject()
        : null;
  }
}
