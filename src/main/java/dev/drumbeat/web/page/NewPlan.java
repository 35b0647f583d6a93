package dev.drumbeat.web.page;

import dev.drumbeat.audience.Filters;
import dev.drumbeat.audience.Filters.FilterChoice;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.campaign.CampaignDraft.Aim;
import dev.drumbeat.campaign.CampaignDraft.Stops;
import dev.drumbeat.campaign.CampaignDraft.Who;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.FirstChoices;
import dev.drumbeat.campaign.GoalMetric;
import dev.drumbeat.request.Actor;
import dev.drumbeat.time.ScheduleDraft;
import dev.drumbeat.time.ScheduleDraft.Window;
import dev.drumbeat.web.Texts;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new campaign begins with: what the address says, and a default for everything else. */
public final class NewPlan {

  private static final List<String> OFFICE_DAYS = List.of("MON", "TUE", "WED", "THU", "FRI");
  private static final Window OFFICE_HOURS = new Window(OFFICE_DAYS, "09:00", "17:00");

  private final FirstChoices choices;
  private final Filters filters;
  private final Texts texts;
  private final InstantSource clock;

  public NewPlan(FirstChoices choices, Filters filters, Texts texts, InstantSource clock) {
    this.choices = choices;
    this.filters = filters;
    this.texts = texts;
    this.clock = clock;
  }

  CampaignDraft of(PageRequest request) {
    Actor reader = request.reader();
    Long filterId = number(request, "filterId");
    String jql = filterId == null ? request.query("jql").orElse(null) : null;
    Who who = new Who(filterId, jql, choices.addressField(reader), null, null);
    Long sequenceId = number(request, "sequenceId");
    return new CampaignDraft(
        null,
        name(reader, filterId),
        kind(request).word(),
        sequenceId == null ? choices.sequenceId(reader).orElse(null) : sequenceId,
        null,
        null,
        null,
        who,
        choices.accountIds(reader),
        null,
        new ScheduleDraft(reader.zone().getId(), List.of(OFFICE_HOURS), null),
        null,
        null,
        new Stops(true),
        new Aim(GoalMetric.REPLY.word(), null));
  }

  private static CampaignKind kind(PageRequest request) {
    return request.query("kind").flatMap(CampaignKind::of).orElse(CampaignKind.SEQUENCE);
  }

  private String name(Actor reader, @Nullable Long filterId) {
    Optional<FilterChoice> filter =
        filterId == null ? Optional.empty() : filters.find(reader.userKey(), filterId);
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(reader.locale())
            .withZone(reader.zone())
            .format(clock.instant());
    return filter
        .map(f -> texts.of("drumbeat.plan.name-of-filter", shortened(f.name()), day))
        .orElseGet(() -> texts.of("drumbeat.plan.name-of-day", day));
  }

  /** A campaign's name has room for a date as well. */
  private static String shortened(String name) {
    int longest = 60;
    return name.length() <= longest ? name : name.substring(0, longest - 1) + "\u2026";
  }

  private static @Nullable Long number(PageRequest request, String name) {
    return request
        .query(name)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElse(null);
  }
}
