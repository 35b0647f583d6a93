package dev.drumbeat.host.page.screen;

import com.atlassian.jira.issue.search.SearchRequest;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.page.WebFragments;
import dev.drumbeat.host.page.WebResources;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The issue navigator: {@code ?jql=} or {@code ?filter=} and {@code startIndex}. Ids and classes
 * that scripts of apps look for are those of Jira.
 */
public final class NavigatorScreen extends Screen {

  private static final long serialVersionUID = 1;

  /** Where it is, below the context path. */
  public static final String PATH = "/issues/*";

  private final transient Tracker tracker;
  private final transient WebFragments fragments;
  private final transient WebResources resources;

  /** Takes where issues are, and what apps add to the page. */
  public NavigatorScreen(
      ScreenParts parts, Tracker tracker, WebFragments fragments, WebResources resources) {
    super(parts);
    this.tracker = tracker;
    this.fragments = fragments;
    this.resources = resources;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = parameter(request, "filter");
    Optional<SearchRequest> filter = filter(id);
    if (!id.isEmpty() && filter.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      show(request, response, Found.failed("", text("host.noSuchFilter")), Optional.empty());
      return;
    }
    String jql = filter.map(f -> f.getQuery().getQueryString()).orElse(parameter(request, "jql"));
    Found found = Found.search(tracker.search(), user(), jql, start(request));
    if (!found.errors().isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    show(request, response, found, filter);
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Found found,
      Optional<SearchRequest> filter)
      throws IOException {
    resources.requireContext("jira.navigator");
    Map<String, Object> values = new HashMap<>();
    values.put("found", found);
    values.put("filter", filter);
    values.put("filters", tracker.filters().visible(user()));
    values.put("items", fragments.items("jira.navigator.pluggable.items", Map.of()));
    values.put(
        "query", filter.map(f -> "filter=" + f.getId()).orElse("jql=" + Links.encode(found.jql())));
    show(request, response, "navigator", values);
  }

  private Optional<SearchRequest> filter(String id) {
    return id.matches("\\d{1,18}")
        ? tracker.filters().visible(user(), Long.valueOf(id))
        : Optional.empty();
  }

  private static int start(HttpServletRequest request) {
    String start = parameter(request, "startIndex");
    return start.matches("\\d{1,9}") ? Integer.parseInt(start) : 0;
  }
}
