package dev.drumbeat.web.page;

import static java.util.stream.Collectors.toSet;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Everything that happened in a campaign, the last first. */
public final class LogPart implements CampaignPart {

  private static final int PER_PAGE = 50;

  private final Enrollments enrollments;
  private final Links links;
  private final Texts texts;

  public LogPart(Enrollments enrollments, Links links, Texts texts) {
    this.enrollments = enrollments;
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String view() {
    return "log";
  }

  @Override
  public String title() {
    return "drumbeat.campaign.view.log";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return true;
  }

  @Override
  public String template() {
    return "campaign-log.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    Actor reader = request.reader();
    List<Event> found =
        enrollments.latestEvents(reader, campaign.id(), request.startAt(), PER_PAGE + 1);
    List<Event> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
    Set<Long> ids =
        shown.stream().map(Event::enrollmentId).filter(Objects::nonNull).collect(toSet());
    Map<Long, Enrollment> runs = enrollments.ofCampaign(reader, campaign.id(), ids);
    Map<String, Object> model = new HashMap<>();
    model.put("events", shown.stream().map(event -> row(event, runs, reader)).toList());
    model.put(
        "pages",
        PageLinks.of(request, texts.of(title()), shown.size(), PER_PAGE, found.size() > PER_PAGE));
    return model;
  }

  private Map<String, Object> row(Event event, Map<Long, Enrollment> runs, Actor reader) {
    Enrollment run = event.enrollmentId() == null ? null : runs.get(event.enrollmentId());
    String email = run == null ? "" : run.lead().address().text();
    Reason why = event.detail();
    return Map.of(
        "at",
        Times.text(event.at(), reader),
        "what",
        texts.of("drumbeat.log." + event.type().word()),
        "email",
        email,
        "leadUrl",
        email.isEmpty() ? "" : links.page("leads?q=" + PageLinks.encoded(email)).toString(),
        "why",
        why == null ? "" : texts.of(why));
  }
}
