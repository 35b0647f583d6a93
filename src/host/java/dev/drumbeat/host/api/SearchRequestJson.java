package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to search for.
 *
 * @param maxResults within Jira's limit
 * @param validateQuery whether a condition that makes no sense is an error, or holds for no issue
 */
record SearchRequestJson(
    String jql,
    int startAt,
    int maxResults,
    boolean validateQuery,
    List<String> fields,
    List<String> expand) {

  private static final int USUAL = 50;

  /** Jira's own {@code jira.search.views.default.max}. */
  private static final int MOST = 1_000;

  private static final Set<String> KNOWN =
      Set.of("jql", "startAt", "maxResults", "validateQuery", "fields", "expand");

  /** As Jira does it: a start before the first is the first; no limit is the highest. */
  SearchRequestJson {
    startAt = Math.max(0, startAt);
    maxResults = maxResults < 0 ? MOST : Math.min(maxResults, MOST);
  }

  static SearchRequestJson of(Call call) {
    return new SearchRequestJson(
        call.text("jql"),
        call.number("startAt", 0),
        call.number("maxResults", USUAL),
        !call.text("validateQuery").equals("false"),
        call.list("fields"),
        call.list("expand"));
  }

  /** Jira refuses a body with a property that it does not know. */
  static SearchRequestJson of(JsonNode body) {
    body.fieldNames().forEachRemaining(SearchRequestJson::requireKnown);
    return new SearchRequestJson(
        body.path("jql").asText(""),
        number(body, "startAt", 0),
        number(body, "maxResults", USUAL),
        body.path("validateQuery").asBoolean(true),
        list(body, "fields"),
        list(body, "expand"));
  }

  private static void requireKnown(String property) {
    if (!KNOWN.contains(property)) {
      throw refused("Unrecognized field \"" + property + "\", not marked as ignorable");
    }
  }

  private static int number(JsonNode body, String property, int otherwise) {
    JsonNode value = body.path(property);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt()) {
      throw refused("Cannot deserialize value of '" + property + "': not a valid number");
    }
    return value.intValue();
  }

  private static List<String> list(JsonNode body, String property) {
    JsonNode value = body.path(property);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw refused("Cannot deserialize value of '" + property + "': not an array");
    }
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Refusal refused(String message) {
    return new Refusal(ApiAnswer.refused(400, message));
  }
}
