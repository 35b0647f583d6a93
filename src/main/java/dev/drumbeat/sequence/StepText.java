package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.drumbeat.request.JsonTypes;
import dev.drumbeat.time.Delay;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps as tables keep them: JSON. What a newer version of the app wrote there beside is left out,
 * so that an older one still reads it.
 */
final class StepText {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .typeFactory(JsonTypes.own())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .addModule(times())
          .build();

  private static final Details NOTHING = new Details(null, null, null, null);

  private StepText() {}

  /** What a row of a step holds beside its other columns; null is nothing. */
  record Details(
      @Nullable Timing timing,
      @Nullable List<Variant> variants,
      @Nullable Flow flow,
      @Nullable Task task) {}

  /** What does not fit into the columns of a step; null is nothing. */
  static @Nullable String details(Step step) {
    Timing timing = step.timing() instanceof Timing.After ? null : step.timing();
    List<Variant> variants = step.mail().variants().isEmpty() ? null : step.mail().variants();
    Flow flow = step.flow().equals(Flow.STRAIGHT) ? null : step.flow();
    boolean isPlain = timing == null && variants == null && flow == null && step.task() == null;
    return isPlain ? null : write(new Details(timing, variants, flow, step.task()));
  }

  /** What the other form wrote; null is nothing. */
  static Details details(@Nullable String details) {
    return details == null ? NOTHING : read(details, Details.class);
  }

  /** The wait of a step by its columns. */
  static Timing timing(Delay delay, Details details) {
    return details.timing() == null ? new Timing.After(delay) : details.timing();
  }

  /** The variants of a step by the same. */
  static List<Variant> variants(Details details) {
    return details.variants() == null ? List.of() : details.variants();
  }

  /** Whole steps in their order. */
  static String write(List<Step> steps) {
    return write((Object) steps);
  }

  /** What the other form wrote. */
  static List<Step> read(String text) {
    return List.of(read(text, Step[].class));
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a step cannot be written", e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a step cannot be read", e);
    }
  }

  private static Module times() {
    return new SimpleModule()
        .addSerializer(LocalTime.class, ToStringSerializer.instance)
        .addDeserializer(LocalTime.class, new Times());
  }

  /** Times of day as they print themselves. */
  private static final class Times extends FromStringDeserializer<LocalTime> {

    private static final long serialVersionUID = 1L;

    Times() {
      super(LocalTime.class);
    }

    @Override
    protected LocalTime _deserialize(String value, DeserializationContext context) {
      return LocalTime.parse(value);
    }
  }
}
