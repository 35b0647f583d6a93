package dev.drumbeat.web.page;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.reply.Replies;
import dev.drumbeat.reply.Reply;
import dev.drumbeat.request.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs that came through an issue, one line each, by their leads: those that go on before those
 * that are over, the newest first. Three queries, however many runs there are.
 */
public final class IssueRuns {

  /** More than that are on the page of leads. */
  static final int MOST = 10;

  private static final int REPLIES = 50;

  private final EnrollmentStore enrollments;
  private final CampaignStore campaigns;
  private final Replies replies;
  private final RunLines lines;

  public IssueRuns(
      EnrollmentStore enrollments, CampaignStore campaigns, Replies replies, RunLines lines) {
    this.enrollments = enrollments;
    this.campaigns = campaigns;
    this.replies = replies;
    this.lines = lines;
  }

  /** What the panel's template shows; the reader may browse the issue. */
  Found of(long issueId, Actor reader) {
    List<Enrollment> page = enrollments.page(EnrollmentFilter.ofIssue(issueId), 0, MOST + 1);
    List<Enrollment> runs = new ArrayList<>(page.subList(0, Math.min(MOST, page.size())));
    runs.sort(comparing(run -> run.state().isOver()));
    Map<Long, Campaign> named =
        campaigns.findAll(runs.stream().map(Enrollment::campaignId).collect(toSet()));
    List<Reply> came = runs.isEmpty() ? List.of() : replies.ofIssue(issueId, REPLIES);
    Map<String, List<Enrollment>> byLead = new LinkedHashMap<>();
    runs.forEach(
        run -> byLead.computeIfAbsent(run.lead().addressKey(), k -> new ArrayList<>()).add(run));
    List<Map<String, Object>> groups =
        byLead.values().stream()
            .map(
                all ->
                    group(
                        all.get(0).lead(),
                        all.stream().map(run -> line(run, named, came, reader)).toList()))
            .toList();
    boolean goesOn = runs.stream().anyMatch(run -> !run.state().isOver());
    return new Found(groups, goesOn, page.size() > MOST);
  }

  private Map<String, Object> line(
      Enrollment run, Map<Long, Campaign> named, List<Reply> came, Actor reader) {
    return lines.of(run, named.get(run.campaignId()), last(run, came), reader);
  }

  private static Map<String, Object> group(Lead lead, List<Map<String, Object>> runs) {
    String name = Optional.ofNullable(lead.name()).orElse("");
    return Map.of("name", name, "address", lead.address().text(), "runs", runs);
  }

  private static Optional<Reply> last(Enrollment run, List<Reply> came) {
    return came.stream()
        .filter(reply -> Long.valueOf(run.id()).equals(reply.match().enrollmentId()))
        .findFirst();
  }

  /** Runs by lead, whether any goes on, and whether there are more than these. */
  record Found(List<Map<String, Object>> groups, boolean goesOn, boolean isCut) {

    boolean isEmpty() {
      return groups.isEmpty();
    }
  }
}
