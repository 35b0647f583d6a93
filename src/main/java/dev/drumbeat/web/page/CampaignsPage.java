package dev.drumbeat.web.page;

import static dev.drumbeat.campaign.CampaignState.PAUSED;
import static dev.drumbeat.campaign.CampaignState.RUNNING;
import static dev.drumbeat.campaign.CampaignState.SCHEDULED;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.report.Attention;
import dev.drumbeat.report.Notice;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Remedy;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is running, and is anything wrong? As many questions to the tables for any page. */
public final class CampaignsPage implements Page {

  private static final int PER_PAGE = 50;

  /** Names the sequence of which the campaigns are listed, in the address. */
  private static final String SEQUENCE = "sequenceId";

  /** So many of those that are under way are looked at for what needs attention. */
  private static final int MOST_WATCHED = 200;

  private final Campaigns campaigns;
  private final Statistics statistics;
  private final Attention attention;
  private final CampaignWords words;
  private final Links links;

  public CampaignsPage(
      Campaigns campaigns, Statistics statistics, Attention attention, Links links, Texts texts) {
    this.campaigns = campaigns;
    this.statistics = statistics;
    this.attention = attention;
    this.words = new CampaignWords(texts, links);
    this.links = links;
  }

  @Override
  public String path() {
    return "/campaigns";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.campaigns.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:campaigns");
  }

  @Override
  public String template() {
    return "campaigns.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Optional<CampaignState> state = request.query("state").flatMap(CampaignState::of);
    List<Campaign> found = found(request, state);
    List<Campaign> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
    List<Campaign> watched = watched(request.reader());
    Map<Long, Campaign> all = new LinkedHashMap<>();
    Stream.concat(shown.stream(), watched.stream()).forEach(c -> all.put(c.id(), c));
    Map<Long, Numbers> numbers = statistics.of(launched(all));
    Map<Long, Instant> next = statistics.nextSends(ids(shown, RUNNING));
    Map<String, Object> model = new HashMap<>();
    model.put("newUrl", links.page("campaigns/new").toString());
    boolean isOfSequence = request.number(SEQUENCE).isPresent();
    model.put("filters", filters(state, isOfSequence));
    model.put("isOfSequence", isOfSequence);
    model.put("isFiltered", isOfSequence || state.isPresent());
    model.put("attention", attention(watched, numbers));
    model.put("campaigns", rows(shown, numbers, next, request.reader()));
    model.put(
        "pages",
        PageLinks.of(request, words.of(title()), shown.size(), PER_PAGE, found.size() > PER_PAGE));
    return model;
  }

  /** One more than the page shows tells whether there is another. */
  private List<Campaign> found(PageRequest request, Optional<CampaignState> state) {
    Optional<Long> sequence = request.number(SEQUENCE);
    if (sequence.isPresent()) {
      return campaigns.saying(request.reader(), sequence.get(), request.startAt(), PER_PAGE + 1);
    }
    return state.isPresent()
        ? campaigns.page(request.reader(), state.get(), request.startAt(), PER_PAGE + 1)
        : campaigns.current(request.reader(), request.startAt(), PER_PAGE + 1);
  }

  private List<Campaign> watched(Actor reader) {
    List<Campaign> watched = new ArrayList<>();
    watched.addAll(campaigns.page(reader, PAUSED, 0, MOST_WATCHED));
    watched.addAll(campaigns.page(reader, RUNNING, 0, MOST_WATCHED));
    return watched;
  }

  private static List<Long> launched(Map<Long, Campaign> all) {
    return all.values().stream().filter(Campaign::isLaunched).map(Campaign::id).toList();
  }

  private static List<Long> ids(List<Campaign> campaigns, CampaignState state) {
    return campaigns.stream().filter(c -> c.state() == state).map(Campaign::id).toList();
  }

  private List<Map<String, Object>> filters(Optional<CampaignState> chosen, boolean isOfSequence) {
    List<Map<String, Object>> filters = new ArrayList<>();
    filters.add(
        filter(
            words.of("drumbeat.campaigns.filter.current"), "?", !isOfSequence && chosen.isEmpty()));
    for (CampaignState state : CampaignState.values()) {
      boolean isChosen = !isOfSequence && chosen.filter(state::equals).isPresent();
      filters.add(filter(words.state(state), "?state=" + state.word(), isChosen));
    }
    return filters;
  }

  private static Map<String, Object> filter(String name, String url, boolean chosen) {
    return Map.of("name", name, "url", url, "chosen", chosen);
  }

  /** What holds all of them is said once, and of no campaign. */
  private List<Map<String, Object>> attention(List<Campaign> watched, Map<Long, Numbers> numbers) {
    Attention.Situation now = attention.now();
    List<Map<String, Object>> shown = new ArrayList<>();
    boolean isHeld = false;
    for (Campaign campaign : watched) {
      for (Notice notice : now.of(campaign, numbers.getOrDefault(campaign.id(), Numbers.NONE))) {
        boolean ofAll = notice.remedy() == Remedy.STATUS;
        Map<String, Object> model = new HashMap<>(words.notice(notice, campaign));
        model.put("isOfAll", ofAll);
        if (!ofAll || !isHeld) {
          shown.add(ofAll ? 0 : shown.size(), model);
        }
        isHeld |= ofAll;
      }
    }
    return shown;
  }

  private List<Map<String, Object>> rows(
      List<Campaign> shown, Map<Long, Numbers> numbers, Map<Long, Instant> next, Actor reader) {
    return shown.stream()
        .map(
            campaign ->
                row(
                    campaign,
                    numbers.getOrDefault(campaign.id(), Numbers.NONE),
                    Optional.ofNullable(next.get(campaign.id())),
                    reader))
        .toList();
  }

  private Map<String, Object> row(
      Campaign campaign, Numbers numbers, Optional<Instant> next, Actor reader) {
    String url = words.campaignUrl(campaign);
    Map<String, Object> row = new HashMap<>();
    row.put("id", Long.toString(campaign.id()));
    row.put("url", url);
    row.put("name", campaign.plan().name());
    row.put("state", words.state(campaign.state()));
    row.put("look", CampaignWords.look(campaign.state()));
    row.put("goal", words.goal(campaign, numbers, reader));
    row.put("hasGoal", campaign.plan().goal() != null);
    row.put("next", next(campaign, next, reader));
    row.put("isLaunched", campaign.isLaunched());
    row.put("leads", Amounts.text(numbers.leads(), reader));
    row.put("sent", Amounts.text(numbers.sent(), reader));
    row.put("replied", Amounts.text(numbers.replied(), reader));
    return row;
  }

  private String next(Campaign campaign, Optional<Instant> next, Actor reader) {
    Instant start = campaign.plan().scheduledAt();
    if (campaign.state() == SCHEDULED && start != null) {
      return words.of("drumbeat.campaigns.starts", Times.text(start, reader));
    }
    if (campaign.state() == RUNNING) {
      return next.map(at -> Times.text(at, reader))
          .orElseGet(() -> words.of("drumbeat.campaigns.nothing-due"));
    }
    return "";
  }
}
