package dev.drumbeat.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** What every REST call answers when it fails, in Jira's own shape. */
record ErrorBody(List<String> errorMessages, Map<String, String> errors) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The JSON of one message that belongs to no field. */
  static String of(String message) {
    try {
      return JSON.writeValueAsString(new ErrorBody(List.of(message), Map.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings can be written as JSON", e);
    }
  }
}
