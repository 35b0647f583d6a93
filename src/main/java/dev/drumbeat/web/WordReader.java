package dev.drumbeat.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one word of a few, and names them all when it is none of them. */
final class WordReader<E extends Enum<E>> extends StdDeserializer<E> {

  private static final long serialVersionUID = 1;

  private final Class<E> type;

  WordReader(Class<E> type) {
    super(type);
    this.type = type;
  }

  @Override
  public @Nullable E deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    Optional<E> value = Words.find(type, parser.getText());
    return value.isPresent()
        ? value.get()
        : type.cast(context.handleWeirdStringValue(type, parser.getText(), "not a word of it"));
  }
}
