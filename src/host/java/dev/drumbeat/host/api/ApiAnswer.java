package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a call answers; a null body is none. Errors have the form that Jira gives them. */
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
    ObjectNode body = errors();
    body.withArray("errorMessages").add(message);
    return new ApiAnswer(status, body);
  }

  static ApiAnswer wrong(String field, String message) {
    ObjectNode body = errors();
    body.withObject("/errors").put(field, message);
    return new ApiAnswer(400, body);
  }

  private static ObjectNode errors() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("errorMessages");
    body.putObject("errors");
    return body;
  }
}
