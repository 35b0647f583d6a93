package dev.drumbeat.host.api;

import com.atlassian.jira.issue.search.SearchRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.Filters;
import java.util.Optional;

/** Saved filters. */
final class FilterCalls {

  private static final String NOT_AVAILABLE =
      "The selected filter is not available to you, perhaps it has been deleted or had its"
          + " permissions changed.";

  private final Filters filters;

  FilterCalls(Filters filters) {
    this.filters = filters;
  }

  void addTo(Routes routes) {
    routes
        .on("GET", "filter/favourite", this::favourites)
        .on("POST", "filter", this::add)
        .open("GET", "filter/*", call -> ApiAnswer.ok(json(visible(call), call.links())))
        .on("PUT", "filter/*", this::change)
        .on("DELETE", "filter/*", this::delete);
  }

  /** The host knows no stars: one's own filters and those that are shared are the favourites. */
  private ApiAnswer favourites(Call call) {
    return ApiAnswer.ok(
        Json.array(filters.visible(call.user()), filter -> json(filter, call.links())));
  }

  private ApiAnswer add(Call call) {
    JsonNode body = call.body();
    refuseDescription(body);
    SearchRequest filter =
        filters.add(call.user(), body.path("name").asText(""), body.path("jql").asText(""));
    return ApiAnswer.ok(json(filter, call.links()));
  }

  private ApiAnswer change(Call call) {
    JsonNode body = call.body();
    refuseDescription(body);
    SearchRequest filter = visible(call);
    filters.change(
        call.user(),
        filter.getId(),
        body.path("name").asText(filter.getName()),
        body.path("jql").asText(filter.getQuery().getQueryString()));
    return ApiAnswer.ok(json(visible(call), call.links()));
  }

  private ApiAnswer delete(Call call) {
    filters.delete(call.user(), visible(call).getId());
    return ApiAnswer.done();
  }

  /** Better refused than forgotten. */
  private static void refuseDescription(JsonNode body) {
    if (!body.path("description").asText("").isBlank()) {
      throw Refusal.of("description", "The embedded host keeps no descriptions of filters.");
    }
  }

  /** As in Jira, a filter that cannot be seen is a bad request. */
  private SearchRequest visible(Call call) {
    return id(call.part(0))
        .flatMap(id -> filters.visible(call.user(), id))
        .orElseThrow(() -> new Refusal(ApiAnswer.refused(400, NOT_AVAILABLE)));
  }

  private static Optional<Long> id(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static ObjectNode json(SearchRequest filter, Links links) {
    String jql = filter.getQuery().getQueryString();
    ObjectNode json =
        Json.object()
            .put("self", links.api("filter/" + filter.getId()))
            .put("id", filter.getId().toString())
            .put("name", filter.getName());
    json.set("owner", PersonJson.of(filter.getOwner(), links));
    json.put("jql", jql)
        .put("viewUrl", links.base() + "/issues/?filter=" + filter.getId())
        .put("searchUrl", links.api("search?jql=" + Links.encoded(jql)))
        .put("favourite", true);
    json.putArray("sharePermissions");
    return json;
  }
}
