package dev.drumbeat.web.page;

import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.report.HistoryEntry;
import dev.drumbeat.report.HistoryKind;
import dev.drumbeat.report.Person;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a person, in sentences. */
public final class HistoryLines {

  private final People people;
  private final Links links;
  private final Texts texts;

  public HistoryLines(People people, Links links, Texts texts) {
    this.people = people;
    this.links = links;
    this.texts = texts;
  }

  Map<String, ?> of(HistoryEntry entry, Person person, Actor reader) {
    Long id = entry.campaignId();
    Campaign campaign = id == null ? null : person.campaigns().get(id);
    return Map.of(
        "at",
        Times.text(entry.at(), reader),
        "kind",
        entry.kind().name().toLowerCase(Locale.ROOT),
        "title",
        title(entry),
        "subject",
        entry.subject() == null ? "" : entry.subject(),
        "detail",
        entry.detail() == null ? "" : texts.of(entry.detail()),
        "text",
        entry.text() == null ? "" : entry.text(),
        "who",
        entry.kind() == HistoryKind.REPLY ? entry.actor() : name(entry.actor()),
        "campaign",
        campaign == null ? "" : campaign.plan().name(),
        "campaignUrl",
        campaignUrl(campaign, reader));
  }

  private String campaignUrl(@Nullable Campaign campaign, Actor reader) {
    return campaign == null || campaign.alwaysOn() || !campaign.isVisibleTo(reader)
        ? ""
        : links.page("campaigns/" + campaign.id()).toString();
  }

  private String title(HistoryEntry entry) {
    String group = entry.kind() == HistoryKind.REPLY ? "reply" : "event";
    String word = entry.what().toLowerCase(Locale.ROOT).replace('_', '-');
    return texts.of("drumbeat.leads." + group + "." + word);
  }

  /** Who did it and when. */
  String who(String actor, Instant at, Actor reader) {
    return texts.of("drumbeat.leads.by", name(actor), Times.text(at, reader));
  }

  /** A user's name; parts of the app go by its own. */
  String name(String actor) {
    return people.displayName(actor).orElseGet(() -> texts.of("drumbeat.menu.title"));
  }
}
