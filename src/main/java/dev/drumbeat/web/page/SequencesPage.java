package dev.drumbeat.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumbeat.audience.People;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceFilter;
import dev.drumbeat.sequence.SequenceLine;
import dev.drumbeat.sequence.SequenceSummary;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Outlooks;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can I say that exists already? */
public final class SequencesPage implements Page {

  private static final int MOST = 25;
  private static final int SHOWN = 200;

  private final Sequences sequences;
  private final Outlooks outlooks;
  private final People people;
  private final Links links;
  private final Texts texts;

  public SequencesPage(
      Sequences sequences, Outlooks outlooks, People people, Links links, Texts texts) {
    this.sequences = sequences;
    this.outlooks = outlooks;
    this.people = people;
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String path() {
    return "/sequences";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.sequences.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:sequences");
  }

  @Override
  public String template() {
    return "sequences.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    String name = request.query("name").orElse("");
    boolean mine = request.query("mine").filter("true"::equals).isPresent();
    SequenceFilter filter = new SequenceFilter(name, mine ? reader.userKey() : null);
    int total = sequences.count(reader, filter);
    int from = request.startAt();
    Map<String, Object> model = new HashMap<>();
    model.put("newUrl", links.page("sequences/new").toString());
    model.put("listUrl", links.page("sequences").toString());
    model.put("name", name);
    model.put("mine", mine);
    model.put("nothing", total == 0 && name.isEmpty() && !mine);
    model.put(
        "rows",
        sequences.lines(reader, filter, from, MOST).stream().map(l -> row(l, reader)).toList());
    model.put("starts", Stream.of(Starter.values()).map(s -> start(s, reader)).toList());
    model.put("earlier", from == 0 ? "" : page(name, mine, Math.max(0, from - MOST)));
    model.put("later", from + MOST >= total ? "" : page(name, mine, from + MOST));
    model.put(
        "range",
        texts.of("drumbeat.sequences.range", from + 1, Math.min(from + MOST, total), total));
    return model;
  }

  private Map<String, ?> row(SequenceLine line, Actor reader) {
    SequenceSummary sequence = line.summary();
    Map<String, Object> row = new HashMap<>();
    row.put("id", Long.toString(sequence.id()));
    row.put("url", links.page("sequences/" + sequence.id()).toString());
    row.put("name", sequence.name());
    row.put("description", shortened(sequence.description()));
    row.put("span", outlooks.span(line.waits(), reader));
    row.put("used", used("drumbeat.sequences.used", line.use().visible()));
    row.put("usedUrl", links.page("campaigns?sequenceId=" + sequence.id()).toString());
    row.put("usedByOthers", used("drumbeat.sequences.used-by-others", line.use().others()));
    row.put("owner", people.displayName(sequence.ownerKey()).orElse(sequence.ownerKey()));
    row.put("changed", Times.text(sequence.updatedAt(), reader));
    row.put(
        "editable", reader.userKey().equals(sequence.ownerKey()) || reader.has(Right.ADMINISTER));
    row.put("copyLabel", texts.of("drumbeat.sequences.copy-of", sequence.name()));
    row.put("deleteLabel", texts.of("drumbeat.sequences.delete-of", sequence.name()));
    return row;
  }

  private String used(String key, int campaigns) {
    return campaigns == 0 ? "" : texts.of(key, campaigns);
  }

  private static String shortened(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
  }

  private Map<String, ?> start(Starter starter, Actor reader) {
    return Map.of(
        "url",
        links.page("sequences/new?template=" + starter.word()).toString(),
        "name",
        starter.title(texts),
        "description",
        starter.description(texts),
        "span",
        outlooks.span(starter.waits(), reader));
  }

  private String page(String name, boolean mine, int startAt) {
    String query = "startAt=" + startAt + (mine ? "&mine=true" : "");
    String named = name.isEmpty() ? "" : "&name=" + URLEncoder.encode(name, UTF_8);
    return links.page("sequences?" + query + named).toString();
  }
}
