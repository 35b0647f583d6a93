package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/** Values as Jira prints them. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /** For example 2026-11-21T17:00:00.000+0000: no colon in the offset. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <A> ArrayNode array(List<A> values, Function<A, ObjectNode> print) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> all.add(print.apply(value)));
    return all;
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }
}
