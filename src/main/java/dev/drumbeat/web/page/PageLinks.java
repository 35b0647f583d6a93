package dev.drumbeat.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of a list: where the one before and the next one are, with what is chosen kept. */
final class PageLinks {

  private PageLinks() {}

  /** Shown are so many from the start on; whether there are more the caller knows. */
  static Map<String, Object> of(
      PageRequest request, String label, int shown, int perPage, boolean isMore) {
    int start = request.startAt();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("label", label);
    model.put("range", (start + 1) + "\u2013" + (start + shown));
    model.put("previous", start > 0 ? at(request, Math.max(0, start - perPage)) : "");
    model.put("next", isMore ? at(request, start + perPage) : "");
    return model;
  }

  private static String at(PageRequest request, int start) {
    Map<String, String> query = new TreeMap<>(request.query());
    query.put("startAt", Integer.toString(start));
    if (start == 0) {
      query.remove("startAt");
    }
    return "?"
        + query.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
