package dev.drumbeat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.JsonTypes;
import dev.drumbeat.request.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads and prints the bodies of REST (design D16). Reading is strict: no field that is not known,
 * no text for a number, nothing after the end; every problem names its field. The host's own mapper
 * and its errors play no part.
 */
public final class Json {

  private static final int LIMIT = 256 * 1024;

  private final ObjectMapper mapper;

  /** Modules teach it the bodies of single resources. */
  public Json(Module... modules) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .typeFactory(JsonTypes.own())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            // A null in a list would be noticed much later, by code that expects none.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .addModule(isoText())
            .addModules(modules)
            .withCoercionConfig(LogicalType.Textual, Json::onlyText);
    mapper = builder.build();
  }

  /** Moments are UTC and end in Z; days are printed like 2026-03-02. */
  private static Module isoText() {
    return new SimpleModule()
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addSerializer(LocalDate.class, ToStringSerializer.instance);
  }

  private static void onlyText(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** Reads one object; refuses with everything that is wrong with it. */
  <T> T read(InputStream body, Class<T> type) {
    return parse(bounded(body), type);
  }

  /** Reads one object, or takes the other when there is no body. */
  <T> T readOr(InputStream body, T otherwise, Class<T> type) {
    byte[] bytes = bounded(body);
    return bytes.length == 0 ? otherwise : parse(bytes, type);
  }

  private <T> T parse(byte[] body, Class<T> type) {
    JsonNode tree = tree(body);
    JsonProblems problems = new JsonProblems();
    while (true) {
      try {
        T value = mapper.readerFor(type).readValue(tree);
        problems.refuse();
        return value;
      } catch (JsonMappingException e) {
        problems.cutOut(e, tree);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private JsonNode tree(byte[] body) {
    try (JsonParser parser = mapper.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw InvalidInput.because(Reason.of("drumbeat.json.expected-object"));
      }
      JsonNode tree = mapper.readTree(parser);
      if (parser.nextToken() != null) {
        throw InvalidInput.because(Reason.of("drumbeat.json.trailing"));
      }
      UnkeptText.refuse(tree);
      return tree;
    } catch (JsonProcessingException e) {
      throw InvalidInput.because(broken(e.getLocation()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reason broken(@Nullable JsonLocation place) {
    return place == null
        ? Reason.of("drumbeat.json.unreadable")
        : Reason.of(
            "drumbeat.json.broken",
            Integer.toString(place.getLineNr()),
            Integer.toString(place.getColumnNr()));
  }

  /** Everything that is read of a body; a longer one is refused. */
  static byte[] bounded(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new TooLarge(LIMIT);
      }
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints an answer. */
  public String print(Object answer) {
    try {
      return mapper.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
