package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step became for one lead. */
public sealed interface Rendering {

  /** A mail to send. The subject is one line; without html it is a mail of text only. */
  record Message(String subject, @Nullable String html, String text) implements Rendering {}

  /** Values that the step needs and the lead does not have: the lead waits for them (D9). */
  record Missing(List<String> names) implements Rendering {

    public Missing {
      names = List.copyOf(names);
    }
  }

  /** The step cannot be rendered, and why. */
  record Broken(Reason reason) implements Rendering {}
}
