package dev.drumbeat.web;

import dev.drumbeat.sending.Preview;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Rendering.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step would become: a message, or the values that are missing for it, or the problem that
 * there is with it.
 */
record PreviewView(
    @Nullable Long stepId,
    @Nullable String to,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    List<String> missing,
    List<String> warnings,
    @Nullable String problem) {

  static PreviewView of(Preview preview, Answers answers) {
    Rendering rendering = preview.rendering();
    Message message = rendering instanceof Message rendered ? rendered : null;
    return new PreviewView(
        preview.step().isNew() ? null : preview.step().id(),
        preview.to(),
        message == null ? null : message.subject(),
        message == null ? null : message.html(),
        message == null ? null : message.text(),
        rendering instanceof Rendering.Missing missing ? missing.names() : List.of(),
        preview.warnings().stream().map(answers::text).toList(),
        rendering instanceof Rendering.Broken broken ? answers.text(broken.reason()) : null);
  }
}
