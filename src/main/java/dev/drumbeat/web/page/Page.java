package dev.drumbeat.web.page;

import dev.drumbeat.request.Right;
import java.util.List;
import java.util.Map;

/** One page of the app: it answers one question. */
public interface Page {

  /** Its address below the servlet, {@code /accounts}; {@code /campaigns/{id}} has a number. */
  String path();

  /** The right without which the page is refused. */
  Right right();

  /** The i18n key of its title. */
  String title();

  /** What it stands in. */
  default Frame frame() {
    return Frame.APP;
  }

  /** The keys of the scripts and styles that it needs, without that of the app. */
  List<String> resources();

  /** The file below {@code templates} that draws it. */
  String template();

  /**
   * What the template shows: texts, numbers, booleans, lists and maps. May refuse, as any service
   * does.
   */
  Map<String, ?> model(PageRequest request);
}
