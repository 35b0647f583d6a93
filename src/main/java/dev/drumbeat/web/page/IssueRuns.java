package dev.drumbeat.web.page;

import static java.util.stream.Collectors.toSet;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.enrollment.Standing;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs that came through an issue, one line each, the newest first. Two queries. */
public final class IssueRuns {

  static final int MOST = 10;

  private final EnrollmentStore enrollments;
  private final CampaignStore campaigns;
  private final Texts texts;

  public IssueRuns(EnrollmentStore enrollments, CampaignStore campaigns, Texts texts) {
    this.enrollments = enrollments;
    this.campaigns = campaigns;
    this.texts = texts;
  }

  /** What the panel's template shows of each; the reader may browse the issue. */
  List<Map<String, String>> of(long issueId, Actor reader) {
    List<Enrollment> runs = enrollments.page(EnrollmentFilter.ofIssue(issueId), 0, MOST);
    Map<Long, Campaign> named =
        campaigns.findAll(runs.stream().map(Enrollment::campaignId).collect(toSet()));
    return runs.stream().map(run -> line(run, named.get(run.campaignId()), reader)).toList();
  }

  private Map<String, String> line(Enrollment run, @Nullable Campaign campaign, Actor reader) {
    return Map.of(
        "campaign",
        campaign == null ? texts.of("drumbeat.panel.run.no-campaign") : campaign.plan().name(),
        "lead",
        run.lead().address().text(),
        "state",
        texts.of("drumbeat.enrollment." + run.state().word()),
        "look",
        look(run),
        "detail",
        detail(run, reader));
  }

  /** The colour of AUI's lozenge. */
  private static String look(Enrollment run) {
    return switch (run.state()) {
      case PENDING, ACTIVE, WAITING_TASK -> "aui-lozenge-current";
      case PAUSED -> "aui-lozenge-moved";
      case FINISHED -> "aui-lozenge-success";
      case FAILED -> "aui-lozenge-error";
    };
  }

  /** How it ended, why it waits and until when, or when the next mail goes out. */
  private String detail(Enrollment run, Actor reader) {
    Standing standing = run.standing();
    if (standing.end() != null) {
      return texts.of(standing.end().reason());
    }
    if (standing.pause() != null) {
      Reason why =
          standing.waitReason() == null ? standing.pause().reason() : standing.waitReason();
      return until(standing.pausedUntil(), texts.of(why), reader);
    }
    return next(run.place().dueAt(), standing.waitReason(), reader);
  }

  private String until(@Nullable Instant end, String why, Actor reader) {
    return end == null ? why : texts.of("drumbeat.panel.run.until", why, Times.text(end, reader));
  }

  private String next(@Nullable Instant dueAt, @Nullable Reason why, Actor reader) {
    if (dueAt == null) {
      return "";
    }
    String next = texts.of("drumbeat.panel.run.next", Times.text(dueAt, reader));
    return why == null ? next : next + " " + texts.of(why);
  }
}
