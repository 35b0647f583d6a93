package dev.drumbeat.web.page;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.util.List;
import java.util.Map;

/** Everybody who must not be written to, and whole domains. */
public final class SuppressionsPart {

  private static final int SIZE = 50;

  private final Suppressions suppressions;
  private final HistoryLines history;
  private final Links links;
  private final Texts texts;

  public SuppressionsPart(
      Suppressions suppressions, HistoryLines history, Links links, Texts texts) {
    this.suppressions = suppressions;
    this.history = history;
    this.links = links;
    this.texts = texts;
  }

  Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    String q = request.query("q").orElse("");
    String beginning = q.isEmpty() ? null : q;
    List<Suppression> found = suppressions.page(reader, beginning, request.startAt(), SIZE + 1);
    Address here = Address.of(links.page("leads")).with("view", "suppressions").with("q", q);
    return Map.of(
        "suppressions",
        found.stream().limit(SIZE).map(s -> row(s, reader)).toList(),
        "pager",
        new Pager(here, request.startAt(), SIZE, found.size() <= SIZE).model());
  }

  private Map<String, ?> row(Suppression one, Actor reader) {
    boolean isDomain = one.domain() != null;
    return Map.of(
        "id",
        Long.toString(one.id()),
        "who",
        isDomain ? "@" + one.domain() : String.valueOf(one.address()),
        "url",
        isDomain
            ? ""
            : Address.of(links.page("leads")).with("q", String.valueOf(one.address())).toString(),
        "sentence",
        texts.of(one.reason().reason()),
        "scope",
        texts.of(
            one.scope().campaignId() == null
                ? "drumbeat.leads.scope.instance"
                : "drumbeat.leads.scope.campaign"),
        "by",
        history.who(one.createdBy(), one.createdAt(), reader),
        "note",
        one.note() == null ? "" : one.note());
  }
}
