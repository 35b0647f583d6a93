package dev.drumbeat.sequence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts of steps of which a test says what matters to it, by the names of REST. */
public final class StepDrafts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StepDrafts() {}

  public static StepDraft of(
      @Nullable Integer version,
      @Nullable Long id,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String html,
      @Nullable String text,
      @Nullable Integer delayValue,
      @Nullable String delayUnit,
      @Nullable String anchor,
      @Nullable String thread,
      @Nullable String purpose) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("version", version);
    fields.put("id", id);
    fields.put("kind", kind);
    fields.put("subject", subject);
    fields.put("html", html);
    fields.put("text", text);
    fields.put("delayValue", delayValue);
    fields.put("delayUnit", delayUnit);
    fields.put("anchor", anchor);
    fields.put("thread", thread);
    fields.put("purpose", purpose);
    return of(fields);
  }

  /** A step of which nothing is there but these fields. */
  public static StepDraft of(Map<String, ?> fields) {
    return JSON.convertValue(fields, StepDraft.class);
  }

  /** A mail, whatever it says, with these fields beside. */
  public static StepDraft mail(Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(Map.of("subject", "Hello", "text", "How are you?"));
    all.putAll(fields);
    return of(all);
  }

  /** A mail at an anchor. */
  public static StepDraft timed(
      String anchor, @Nullable Integer value, @Nullable String unit, @Nullable String at) {
    Map<String, Object> fields = new HashMap<>(Map.of("anchor", anchor));
    fields.put("delayValue", value);
    fields.put("delayUnit", unit);
    fields.put("at", at);
    return mail(fields);
  }

  /** A mail with variants. */
  public static StepDraft tested(@Nullable String thread, VariantDraft... variants) {
    Map<String, Object> fields = new HashMap<>(Map.of("variants", List.of(variants)));
    fields.put("thread", thread);
    return of(fields);
  }
}
