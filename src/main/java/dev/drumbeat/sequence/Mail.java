package dev.drumbeat.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says. Subject, html and text are templates, at least one of html and text is there. A
 * mail that begins no new thread answers the one before it and needs a subject of its own only when
 * there is none (H1, H3). With variants each lead gets one of them, and what the mail says itself
 * is the first.
 */
public record Mail(
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    boolean newThread,
    List<Variant> variants) {

  public Mail {
    variants = variants == null ? List.of() : List.copyOf(variants);
  }

  /** One that everybody gets as it is. */
  public Mail(
      @Nullable String subject, @Nullable String html, @Nullable String text, boolean newThread) {
    this(subject, html, text, newThread, List.of());
  }

  /** That of a task. */
  static final Mail NONE = new Mail(null, null, null, false);

  /** A mail of which only the template of the subject matters. */
  static Mail of(@Nullable String subject) {
    return new Mail(subject, null, "-", true);
  }

  Mail saying(Variant variant) {
    return new Mail(variant.subject(), variant.html(), variant.text(), newThread);
  }
}
