package dev.drumbeat.enrollment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened outside to a lead or to an issue, and who told it. */
public record Incoming(
    long id,
    String name,
    @Nullable Long issueId,
    @Nullable String address,
    Map<String, String> data,
    String toldBy,
    Instant at) {

  public Incoming {
    data = Map.copyOf(data);
  }
}
