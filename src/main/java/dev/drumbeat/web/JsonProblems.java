package dev.drumbeat.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one body: every field that is not known, every wrong type. */
final class JsonProblems {

  private final Problems found = new Problems();

  /** Notes a problem and reads on, so that one answer names them all. */
  DeserializationProblemHandler handler() {
    return new DeserializationProblemHandler() {
      @Override
      public boolean handleUnknownProperty(
          DeserializationContext context,
          JsonParser parser,
          JsonDeserializer<?> reader,
          Object owner,
          String name)
          throws IOException {
        found.add(path(parser.getParsingContext()), "drumbeat.json.unknown");
        parser.skipChildren();
        return true;
      }

      @Override
      public @Nullable Object handleUnexpectedToken(
          DeserializationContext context,
          JavaType target,
          JsonToken token,
          JsonParser parser,
          String message)
          throws IOException {
        found.add(path(parser.getParsingContext()), expected(target.getRawClass()));
        parser.skipChildren();
        return null;
      }

      @Override
      public @Nullable Object handleWeirdStringValue(
          DeserializationContext context, Class<?> target, String text, String message)
          throws IOException {
        if (!target.isEnum()) {
          return super.handleWeirdStringValue(context, target, text, message);
        }
        String words = Words.all(target);
        found.add(
            path(context.getParser().getParsingContext()), "drumbeat.invalid.word", text, words);
        return null;
      }
    };
  }

  /** Refuses with everything that was noted; returns when there is nothing. */
  void refuse() {
    found.refuse();
  }

  /** What was noted, and what ended the reading. */
  InvalidInput and(JsonProcessingException end) {
    for (Throwable t = end; t != null; t = t.getCause()) {
      if (t instanceof StreamReadException broken) {
        return InvalidInput.because(at(broken.getLocation()));
      }
    }
    if (end instanceof MismatchedInputException wrong) {
      found.add(path(wrong), expected(wrong.getTargetType()));
    } else {
      found.add("", at(end.getLocation()));
    }
    return found.refusal();
  }

  private static Reason at(@Nullable JsonLocation place) {
    return place == null
        ? Reason.of("drumbeat.json.unreadable")
        : Reason.of(
            "drumbeat.json.broken",
            Integer.toString(place.getLineNr()),
            Integer.toString(place.getColumnNr()));
  }

  /** The field that the parser is at, {@code steps[2].subject}; empty for the body itself. */
  private static String path(JsonStreamContext at) {
    if (at.inRoot()) {
      return "";
    }
    String above = path(at.getParent());
    if (at.inArray()) {
      return at.hasCurrentIndex() ? above + "[" + at.getCurrentIndex() + "]" : above;
    }
    return at.hasCurrentName() ? dotted(above, at.getCurrentName()) : above;
  }

  private static String path(JsonMappingException wrong) {
    String path = "";
    for (JsonMappingException.Reference step : wrong.getPath()) {
      path =
          step.getFieldName() == null
              ? path + "[" + step.getIndex() + "]"
              : dotted(path, step.getFieldName());
    }
    return path;
  }

  private static String dotted(String above, String name) {
    return above.isEmpty() ? name : above + "." + name;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "drumbeat.json.expected-other";
    }
    if (type == Integer.class || type == Long.class) {
      return "drumbeat.json.expected-whole-number";
    }
    if (type == Boolean.class) {
      return "drumbeat.json.expected-boolean";
    }
    if (type == String.class || type == PasswordChange.class || type.isEnum()) {
      return "drumbeat.json.expected-text";
    }
    return Collection.class.isAssignableFrom(type)
        ? "drumbeat.json.expected-list"
        : "drumbeat.json.expected-object";
  }
}
