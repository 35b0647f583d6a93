package dev.drumbeat.report;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The runs of one person that a user may see: in own campaigns, or through issues to browse. */
final class LeadRuns {

  /** One person has a handful; whoever has more is shown with the newest. */
  private static final int MOST = 200;

  private final EnrollmentStore enrollments;
  private final CampaignStore campaigns;
  private final IssueReader issues;

  LeadRuns(EnrollmentStore enrollments, CampaignStore campaigns, IssueReader issues) {
    this.enrollments = enrollments;
    this.campaigns = campaigns;
    this.issues = issues;
  }

  /** The newest first, each with its campaign where there is one still. */
  Visible of(String addressKey, Actor reader) {
    List<Enrollment> all = enrollments.page(EnrollmentFilter.ofLead(addressKey), 0, MOST);
    Map<Long, Campaign> named =
        campaigns.findAll(all.stream().map(Enrollment::campaignId).collect(Collectors.toSet()));
    Map<Long, Boolean> browsed = new HashMap<>();
    List<Enrollment> seen =
        all.stream().filter(run -> isVisible(run, named, browsed, reader)).toList();
    return new Visible(seen, named);
  }

  private boolean isVisible(
      Enrollment run, Map<Long, Campaign> named, Map<Long, Boolean> browsed, Actor reader) {
    Campaign campaign = named.get(run.campaignId());
    if (reader.has(Right.ADMINISTER) || (campaign != null && campaign.isVisibleTo(reader))) {
      return true;
    }
    Long issue = run.lead().issueId();
    return issue != null
        && browsed.computeIfAbsent(issue, id -> issues.isVisible(id, reader.userKey()));
  }

  /** Runs and all campaigns that they are in. */
  record Visible(List<Enrollment> runs, Map<Long, Campaign> campaigns) {}
}
