package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a call answers; a null body is none. Errors have the two forms that Jira gives them: those
 * of its own services ({@code errorMessages}, {@code errors}) and those of the REST layer below
 * ({@code message}, {@code status-code}).
 */
record ApiAnswer(int status, JsonNode body) {

  static ApiAnswer ok(JsonNode body) {
    return new ApiAnswer(200, body);
  }

  static ApiAnswer created(JsonNode body) {
    return new ApiAnswer(201, body);
  }

  static ApiAnswer done() {
    return new ApiAnswer(204, null);
  }

  static ApiAnswer refused(int status, String message) {
    return refused(status, List.of(message), Map.of());
  }

  /** Some fields cannot be taken, for these reasons. */
  static ApiAnswer wrong(Map<String, String> fields) {
    return refused(400, List.of(), fields);
  }

  static ApiAnswer refused(int status, Collection<String> messages, Map<String, String> fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    messages.forEach(body.putArray("errorMessages")::add);
    fields.forEach(body.putObject("errors")::put);
    return new ApiAnswer(status, body);
  }

  /** The call did not reach what it was meant for. */
  static ApiAnswer failed(int status, String message) {
    return new ApiAnswer(
        status,
        JsonNodeFactory.instance.objectNode().put("message", message).put("status-code", status));
  }
}
