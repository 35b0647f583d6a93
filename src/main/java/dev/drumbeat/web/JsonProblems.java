package dev.drumbeat.web;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one body. Jackson stops at the first wrong field, so each is noted,
 * cut out, and the rest is read again.
 */
final class JsonProblems {

  /** Enough for anybody; a body of nothing but wrong fields must not cost more. */
  private static final int MOST = 20;

  private final Problems found = new Problems();
  private int count;

  /** Notes a problem and cuts the field out of the body; refuses when that is not possible. */
  void cutOut(JsonMappingException wrong, JsonNode body) {
    List<Reference> path = wrong.getPath();
    found.add(text(path), reason(wrong));
    if (++count == MOST || !remove(path, body)) {
      found.refuse();
    }
  }

  /** Refuses with everything that was noted; returns when there is nothing. */
  void refuse() {
    found.refuse();
  }

  /**
   * An entry of a list is cut out with the whole list, or the numbers of the others would change.
   */
  private static boolean remove(List<Reference> path, JsonNode body) {
    int last = path.size() - 1;
    while (last >= 0 && path.get(last).getFieldName() == null) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    JsonNode owner = body;
    for (Reference step : path.subList(0, last)) {
      owner =
          step.getFieldName() == null
              ? owner.path(step.getIndex())
              : owner.path(step.getFieldName());
    }
    return owner instanceof ObjectNode object
        && object.remove(path.get(last).getFieldName()) != null;
  }

  /** The field as people write it, {@code steps[2].subject}; empty for the body itself. */
  private static String text(List<Reference> path) {
    StringBuilder text = new StringBuilder();
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return text.toString();
  }

  private static Reason reason(JsonMappingException wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return Reason.of(LaterFields.has(unknown) ? "drumbeat.json.later" : "drumbeat.json.unknown");
    }
    if (wrong.getCause() instanceof InputCoercionException) {
      return Reason.of("drumbeat.json.too-large");
    }
    if (wrong instanceof InvalidFormatException format
        && format.getTargetType().isEnum()
        && format.getValue() instanceof String text) {
      return Reason.of("drumbeat.invalid.word", text, Words.all(format.getTargetType()));
    }
    return Reason.of(
        expected(wrong instanceof MismatchedInputException type ? type.getTargetType() : null));
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
