package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/**
 * What a step says. Subject, html and text are templates, at least one of html and text is there. A
 * mail that begins no new thread answers the one before it and needs a subject of its own only when
 * there is none (H1, H3).
 */
public record Mail(
    @Nullable String subject, @Nullable String html, @Nullable String text, boolean newThread) {

  /** A mail of which only the template of the subject matters. */
  static Mail of(@Nullable String subject) {
    return new Mail(subject, null, "-", true);
  }
}
