package dev.drumbeat.web.page;

import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Standing;
import dev.drumbeat.report.CampaignNumbers;
import dev.drumbeat.report.StepNumbers;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Draws leads of a campaign, each with the one sentence that says why nothing has left yet. */
public final class LeadRows {

  private final SendingSwitch sending;
  private final InstantSource clock;
  private final Links links;
  private final Texts texts;

  public LeadRows(SendingSwitch sending, InstantSource clock, Links links, Texts texts) {
    this.sending = sending;
    this.clock = clock;
    this.links = links;
    this.texts = texts;
  }

  Map<String, Object> row(Enrollment run, CampaignNumbers campaign, Actor reader) {
    String email = run.lead().address().text();
    String name = run.lead().name();
    String issue = run.lead().issueKey();
    Map<String, Object> row = new HashMap<>();
    row.put("id", Long.toString(run.id()));
    row.put("email", email);
    row.put("name", name == null || name.equals(email) ? "" : name);
    row.put("leadUrl", links.page("leads?q=" + PageLinks.encoded(email)).toString());
    row.put("issue", issue == null ? "" : issue);
    row.put("issueUrl", issue == null ? "" : links.issue(issue).toString());
    row.put("state", texts.of("drumbeat.enrollment." + run.state().word()));
    row.put("look", CampaignWords.look(run.state()));
    row.put("step", run.state().isOver() ? "" : step(run, campaign));
    row.put("when", run.state().isMoving() ? when(run, reader) : "");
    row.put("why", why(run, reader));
    row.put("mayPause", run.state().isMoving());
    row.put("mayResume", mayResume(run));
    row.put("mayFinish", !run.state().isOver());
    return row;
  }

  /** Who waits with the whole campaign goes on with it. */
  private static boolean mayResume(Enrollment run) {
    PauseReason pause = run.standing().pause();
    return pause != null && pause != PauseReason.CAMPAIGN_PAUSED;
  }

  private String step(Enrollment run, CampaignNumbers campaign) {
    Optional<StepNumbers> found =
        campaign.steps().stream()
            .filter(step -> step.id() == run.place().stepId() && step.step() != null)
            .findFirst();
    String number =
        found
            .map(step -> texts.of("drumbeat.step.number", step.position()))
            .orElseGet(() -> texts.of("drumbeat.step.removed"));
    return found
        .map(StepNumbers::step)
        .map(Step::title)
        .map(subject -> number + ": " + subject)
        .orElse(number);
  }

  private static String when(Enrollment run, Actor reader) {
    Instant due = run.place().dueAt();
    return due == null ? "" : Times.text(due, reader);
  }

  private String why(Enrollment run, Actor reader) {
    Standing standing = run.standing();
    EndReason end = standing.end();
    if (end != null) {
      return texts.of(end.reason());
    }
    if (standing.pause() != null) {
      return paused(standing, standing.pause(), reader);
    }
    return standing.waitReason() == null ? waits(run) : texts.of(standing.waitReason());
  }

  /** For its time; once that is over, for whatever holds all mail, or for its turn. */
  private String waits(Enrollment run) {
    Instant due = run.place().dueAt();
    if (due == null || due.isAfter(clock.instant())) {
      return texts.of("drumbeat.lead.waits-for-time");
    }
    return sending.hold().map(texts::of).orElseGet(() -> texts.of("drumbeat.lead.waits-for-turn"));
  }

  private String paused(Standing standing, PauseReason pause, Actor reader) {
    String why =
        standing.waitReason() == null ? texts.of(pause.reason()) : texts.of(standing.waitReason());
    Instant until = standing.pausedUntil();
    String end =
        until == null
            ? texts.of(
                pause == PauseReason.CAMPAIGN_PAUSED
                    ? "drumbeat.lead.until-campaign"
                    : "drumbeat.lead.until-resumed")
            : texts.of("drumbeat.lead.until", Times.text(until, reader));
    return (why.endsWith(".") ? why : why + ".") + " " + end;
  }
}
