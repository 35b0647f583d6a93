package dev.drumbeat.web;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.report.LeadList;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who was found, as REST prints it, with the newest of the runs that were looked at. */
record LeadView(
    String email,
    URI self,
    @Nullable String name,
    @Nullable String suppressed,
    @Nullable String campaignName,
    @Nullable EnrollmentView newestEnrollment) {

  /** What forbids to write there, if anything does, is a sentence. */
  static LeadView of(LeadList.Line line, Answers answers) {
    Enrollment newest = line.newest();
    Campaign campaign = line.campaign();
    return new LeadView(
        line.address().text(),
        answers.link("leads/" + LeadPaths.of(line.address())),
        newest == null ? null : newest.lead().name(),
        line.forbidden().map(Suppression::reason).map(r -> answers.text(r.reason())).orElse(null),
        campaign == null ? null : campaign.plan().name(),
        newest == null ? null : EnrollmentView.of(newest, answers));
  }

  /** A page of them; nobody counts them, so the total is there on the last page. */
  record Found(
      int startAt, int maxResults, @Nullable Integer total, boolean isLast, List<LeadView> values) {

    static Found of(Paging paging, LeadList found, Answers answers) {
      List<LeadView> values =
          found.lines().stream().map(line -> LeadView.of(line, answers)).toList();
      return new Found(
          paging.startAt(),
          paging.maxResults(),
          found.isLast() ? Integer.valueOf(paging.startAt() + values.size()) : null,
          found.isLast(),
          values);
    }
  }
}
