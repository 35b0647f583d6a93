package dev.drumbeat.host.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One call as it came in.
 *
 * @param user null for the anonymous
 * @param parts what stands in the path in place of the route's stars
 */
record Call(HostUser user, HttpServletRequest request, Links links, List<String> parts) {

  private static final int LONGEST = 1_000_000;

  String part(int index) {
    return parts.get(index);
  }

  /** A parameter of the query; empty when it is missing. */
  String text(String parameter) {
    String value = request.getParameter(parameter);
    return value == null ? "" : storable(value);
  }

  /** All values of a parameter, which may be repeated or separated by commas. */
  List<String> list(String parameter) {
    String[] values = request.getParameterValues(parameter);
    return values == null
        ? List.of()
        : Arrays.stream(values)
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
  }

  /** A number; as below Jira's REST a parameter that is none leads nowhere (404). */
  int number(String parameter, int otherwise) {
    String value = text(parameter);
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Refusal(
          ApiAnswer.failed(404, "HTTP 404 Not Found: " + parameter + " is no number"));
    }
  }

  /** Up to a limit that no issue comes near. */
  private String raw() throws IOException {
    StringBuilder text = new StringBuilder();
    char[] piece = new char[8192];
    for (int n = 0; n >= 0; n = request.getReader().read(piece)) {
      text.append(piece, 0, n);
      if (text.length() > LONGEST) {
        throw new Refusal(ApiAnswer.failed(413, "HTTP 413 Request Entity Too Large"));
      }
    }
    return text.toString();
  }

  /** Not every database stores the character NUL. */
  private static String storable(String text) {
    if (text.indexOf(0) >= 0 || text.contains("\\u0000")) {
      throw new Refusal(ApiAnswer.refused(400, "A text cannot have the character U+0000."));
    }
    return text;
  }

  /** A part of the body that is an object, if it is there at all. */
  static JsonNode object(JsonNode body, String property) {
    JsonNode value = body.path(property);
    if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
      throw new Refusal(ApiAnswer.refused(400, "'" + property + "' must be an object."));
    }
    return value;
  }

  /** The body, which must be a JSON object that says so. */
  JsonNode body() {
    String type = request.getContentType() == null ? "" : request.getContentType();
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(ApiAnswer.failed(415, "HTTP 415 Unsupported Media Type"));
    }
    try {
      JsonNode body = Json.MAPPER.readTree(storable(raw()));
      if (!body.isObject()) {
        throw new Refusal(ApiAnswer.refused(400, "The body must be a JSON object."));
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new Refusal(ApiAnswer.refused(400, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
