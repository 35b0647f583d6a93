package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be sent but will not reach every reader as its writer expects. */
public final class MailWarnings {

  /** Where Gmail cuts a mail off, in bytes of HTML. */
  private static final int CUT_OFF = 102 * 1024;

  /** A template of that size passes it with the values of a lead. */
  private static final int NEAR = 90 * 1024;

  private static final Pattern ANSWER = Pattern.compile("(?i)\\s*(?:re|aw|sv|antw|fwd?|wg)\\s*:.*");

  private MailWarnings() {}

  /** About what was written, before any value is in it; the first of all answers nothing. */
  public static List<Reason> of(Step step, boolean first) {
    List<Reason> warnings = new ArrayList<>();
    String subject = step.subject();
    boolean begins = first || step.newThread();
    if (subject != null && begins && ANSWER.matcher(subject).matches()) {
      warnings.add(Reason.of("drumbeat.html.false-answer"));
    }
    if (step.html() != null) {
      warnings.addAll(HtmlCheck.remarks(step.html()));
      size(step.html(), NEAR, "drumbeat.html.large", warnings);
    }
    return warnings;
  }

  /** About what a lead would get. */
  public static List<Reason> of(Rendering.Message message) {
    List<Reason> warnings = new ArrayList<>();
    size(message.html(), CUT_OFF, "drumbeat.html.cut-off", warnings);
    if (message.text().isBlank()) {
      warnings.add(Reason.of("drumbeat.html.no-text"));
    }
    return warnings;
  }

  private static void size(@Nullable String html, int most, String key, List<Reason> warnings) {
    int bytes = html == null ? 0 : html.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      warnings.add(Reason.of(key, bytes / 1024));
    }
  }
}
