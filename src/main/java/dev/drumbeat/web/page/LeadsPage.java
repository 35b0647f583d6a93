package dev.drumbeat.web.page;

import dev.drumbeat.report.LeadQuery;
import dev.drumbeat.report.Leads;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has this person had from us, and may we write again? */
public final class LeadsPage implements Page {

  private static final int SIZE = 50;

  private final Leads leads;
  private final LeadLines lines;
  private final PersonPart person;
  private final SuppressionsPart suppressions;
  private final Links links;
  private final Texts texts;

  public LeadsPage(
      Leads leads,
      LeadLines lines,
      PersonPart person,
      SuppressionsPart suppressions,
      Links links,
      Texts texts) {
    this.leads = leads;
    this.lines = lines;
    this.person = person;
    this.suppressions = suppressions;
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String path() {
    return "/leads";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.leads.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:leads");
  }

  @Override
  public String template() {
    return "leads.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    boolean isList = request.query("view").filter("suppressions"::equals).isPresent();
    Map<String, Object> model = new HashMap<>();
    model.put("url", links.page("leads").toString());
    model.put("listUrl", Address.of(links.page("leads")).with("view", "suppressions").toString());
    model.put("q", request.query("q").orElse(""));
    model.put("isList", isList);
    model.put("mayAdminister", request.reader().has(Right.ADMINISTER));
    model.put("error", "");
    model.put("found", List.of());
    model.put("person", Map.of());
    model.put("pager", new Pager(new Address(""), 0, SIZE, true).model());
    model.put("suppressions", List.of());
    if (isList) {
      model.putAll(suppressions.model(request));
    } else if (request.query("q").isPresent()) {
      model.putAll(search(request, request.query("q").get()));
    }
    return model;
  }

  private Map<String, ?> search(PageRequest request, String q) {
    try {
      LeadQuery query = LeadQuery.of(q);
      return query.address().isPresent()
          ? Map.of("person", person.model(request, query.address().get()))
          : list(request, query);
    } catch (InvalidInput refused) {
      return Map.of("error", texts.of(refused.problems().get(0).reason()));
    }
  }

  /** Who is alone is shown at once. */
  private Map<String, ?> list(PageRequest request, LeadQuery query) {
    var found = leads.find(request.reader(), query, request.startAt(), SIZE);
    Optional<String> alone =
        found.isLast() && request.startAt() == 0 && found.lines().size() == 1
            ? Optional.of(found.lines().get(0).address().text())
            : Optional.empty();
    if (alone.isPresent()) {
      return Map.of("person", person.model(request, found.lines().get(0).address()));
    }
    Address here = Address.of(links.page("leads")).with("q", query.text());
    return Map.of(
        "found",
        found.lines().stream().map(line -> lines.of(line, request.reader())).toList(),
        "pager",
        new Pager(here, request.startAt(), SIZE, found.isLast()).model());
  }
}
