package dev.drumbeat.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.oas.OpenApi30;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import dev.drumbeat.host.Rest.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Makes the calls of the OpenAPI file with its own examples, and holds each answer against its
 * schema and its example. What the calls did answer lies in {@code target/openapi-answers.json}.
 */
final class DescribedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "openapi/drumbeat-1.json";
  private static final String ADDRESS = "http://localhost:2990/jira";
  private static final int ELEMENTS = 2;
  private static final int SMTP = 3025;
  private static final int IMAP = 3143;

  /** Differ from run to run, as do the ports of the mail lab and the host's address. */
  private static final Set<String> CHANGING =
      Set.of(
          "durationMillis",
          "database",
          "messageId",
          "build",
          "java",
          "system",
          "processors",
          "mebibytes");

  private static final Pattern MESSAGE_ID = Pattern.compile("<[^>]+@[\\w.]+>");

  private final Host host;
  private final JsonNode description = description();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final ObjectNode answers = JSON.createObjectNode();

  DescribedCalls(Host host) {
    this.host = host;
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            calls.put(
                                verb.getValue().path("operationId").asText(),
                                new Call(path.getKey(), verb.getKey(), verb.getValue()))));
  }

  private record Call(String path, String verb, JsonNode operation) {}

  /** Makes the call of that {@code operationId}; what is not as described is a fault. */
  void call(Rest user, String operationId) throws IOException {
    Call call = calls.get(operationId);
    Answer answer = user.send(address(call), request -> filled(request, call));
    made.add(operationId);
    note(operationId, answer);
    String status = String.valueOf(answer.status());
    JsonNode described = call.operation.path("responses").path(status);
    if (described.isMissingNode()) {
      faults.add(operationId + " answers " + answer);
      return;
    }
    faults(described, answer).forEach(f -> faults.add(operationId + " " + f));
    JsonNode example = example(described.at("/content/application~1json"));
    if (!example.isMissingNode() && !comparable(answer.body()).equals(comparable(example))) {
      faults.add(operationId + " has another example than its answer " + answer.body());
    }
  }

  /** What was not as described. */
  List<String> faults() {
    return faults;
  }

  Set<String> described() {
    return calls.keySet();
  }

  Set<String> made() {
    return made;
  }

  /** Those whose answer or body is JSON and has no example. */
  List<String> withoutExample() {
    List<String> without = new ArrayList<>();
    calls.forEach(
        (id, call) -> {
          JsonNode asked = call.operation.at("/requestBody/content/application~1json");
          boolean answered =
              StreamSupport.stream(call.operation.path("responses").spliterator(), false)
                  .map(response -> response.at("/content/application~1json"))
                  .filter(content -> !content.isMissingNode())
                  .anyMatch(content -> content.has("examples"));
          boolean answersJson = call.operation.at("/responses").toString().contains("json\"");
          if (!asked.isMissingNode() && example(asked).isMissingNode()
              || answersJson && !answered) {
            without.add(id);
          }
        });
    return without;
  }

  private HttpRequest.Builder filled(HttpRequest.Builder request, Call call) {
    String body = example(call.operation.at("/requestBody/content/application~1json")).toString();
    for (JsonNode parameter : parameters(call, "header")) {
      request.header(parameter.path("name").asText(), parameter.path("example").asText());
    }
    String here =
        body.replace("\"port\":" + SMTP, "\"port\":" + host.lab().smtpPort())
            .replace("\"port\":" + IMAP, "\"port\":" + host.lab().imapPort());
    return request
        .header("Content-Type", "application/json")
        .method(call.verb.toUpperCase(Locale.ROOT), BodyPublishers.ofString(here));
  }

  private String address(Call call) {
    String path = "/rest/drumbeat/1" + call.path;
    for (JsonNode parameter : parameters(call, "path")) {
      path = path.replace("{" + parameter.path("name").asText() + "}", value(parameter));
    }
    return path
        + parameters(call, "query").stream()
            .map(parameter -> parameter.path("name").asText() + "=" + value(parameter))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String value(JsonNode parameter) {
    return URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
  }

  private static List<JsonNode> parameters(Call call, String in) {
    return StreamSupport.stream(call.operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .filter(parameter -> parameter.has("example"))
        .toList();
  }

  private JsonNode example(JsonNode content) {
    String place = content.at("/examples/example/$ref").asText();
    return place.isEmpty() ? JSON.missingNode() : description.at(place.substring(1) + "/value");
  }

  private List<String> faults(JsonNode described, Answer answer) {
    if (!described.path("content").has("application/json")) {
      return List.of();
    }
    // What is referred to stands below the same root.
    ObjectNode schema = described.at("/content/application~1json/schema").deepCopy();
    schema.set("components", description.path("components"));
    JsonSchema against = SCHEMAS.getSchema(schema);
    return against.validate(answer.body()).stream().map(Object::toString).toList();
  }

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.builder()
          .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
          .metaSchema(OpenApi30.getInstance())
          .build();

  /** Without what changes from run to run, and long lists told by their beginning. */
  private JsonNode comparable(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode beginning = JSON.createArrayNode();
      for (JsonNode element : array) {
        if (element.isValueNode() || beginning.size() < ELEMENTS) {
          beginning.add(comparable(element));
        }
      }
      return beginning;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode all = JSON.createObjectNode();
      object.properties().forEach(f -> all.set(f.getKey(), comparable(f.getKey(), f.getValue())));
      return all;
    }
    return node;
  }

  private JsonNode comparable(String field, JsonNode value) {
    boolean isRelease = field.equals("version") && value.isTextual();
    if (isRelease || CHANGING.contains(field)) {
      return value.isTextual()
          ? JSON.getNodeFactory().textNode("…")
          : JSON.getNodeFactory().numberNode(0);
    }
    if (value.isTextual()) {
      // Newer JDKs write times with a narrow blank that does not break.
      String text = value.asText().replace(host.url(), ADDRESS).replace('\u202f', ' ');
      return JSON.getNodeFactory().textNode(MESSAGE_ID.matcher(text).replaceAll("<…>"));
    }
    if (value.isInt() && value.asInt() == host.lab().smtpPort()) {
      return JSON.getNodeFactory().numberNode(SMTP);
    }
    if (value.isInt() && value.asInt() == host.lab().imapPort()) {
      return JSON.getNodeFactory().numberNode(IMAP);
    }
    return comparable(value);
  }

  private void note(String operationId, Answer answer) throws IOException {
    ObjectNode note = answers.putObject(operationId);
    note.put("status", answer.status());
    if (!answer.body().isMissingNode()) {
      note.set("body", comparable(answer.body()));
    }
    Files.writeString(
        Path.of(System.getProperty("drumbeat.target"), "openapi-answers.json"),
        answers.toPrettyString());
  }

  private static JsonNode description() {
    try (InputStream json = DescribedCalls.class.getResourceAsStream("/" + FILE)) {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
