package dev.drumbeat.enrollment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened outside, as somebody tells it: of an issue or of an address, not of both. */
public record IncomingDraft(
    @Nullable String name,
    @Nullable String issueKey,
    @Nullable String email,
    @Nullable Map<String, String> data) {

  /** Of a name, in characters. */
  public static final int LONGEST_NAME = 100;
}
