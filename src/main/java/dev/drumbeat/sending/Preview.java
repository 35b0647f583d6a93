package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step would become, and to which address it would go; null when the lead has none. The
 * warnings are about its HTML.
 */
public record Preview(Step step, @Nullable String to, Rendering rendering, List<Reason> warnings) {

  public Preview {
    warnings = List.copyOf(warnings);
  }
}
