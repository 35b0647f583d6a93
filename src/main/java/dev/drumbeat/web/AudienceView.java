package dev.drumbeat.web;

import dev.drumbeat.enrollment.AudienceReport;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.enrollment.Member;
import dev.drumbeat.request.Reason;
import dev.drumbeat.web.Paging.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A page of an audience with the totals of all of it. */
record AudienceView(
    int startAt,
    int maxResults,
    int total,
    boolean isLast,
    List<Line> values,
    Totals totals,
    boolean preview) {

  static AudienceView of(AudienceReport report, Paging paging, Answers answers) {
    Page<Line> page =
        paging.page(
            report.matching(), report.members().stream().map(m -> Line.of(m, answers)).toList());
    return new AudienceView(
        page.startAt(),
        page.maxResults(),
        page.total(),
        page.isLast(),
        page.values(),
        Totals.of(report),
        report.preview());
  }

  /** One candidate. */
  record Line(
      @Nullable String issueKey,
      @Nullable String email,
      @Nullable String name,
      boolean included,
      @Nullable Long enrollmentId,
      @Nullable String reason,
      @Nullable String detail) {

    static Line of(Member member, Answers answers) {
      LeftOutReason why = member.why();
      Reason detail = member.detail();
      return new Line(
          member.issueKey(),
          member.address(),
          member.name(),
          why == null,
          member.enrollmentId(),
          why == null ? null : why.word(),
          detail == null ? null : answers.text(detail));
    }
  }

  /** Admitted and left out add up to the candidates (E8). */
  record Totals(int candidates, int admitted, int leftOut, Map<String, Integer> byReason) {

    private static Totals of(AudienceReport report) {
      Map<String, Integer> byReason = new TreeMap<>();
      report.leftOut().forEach((why, count) -> byReason.put(why.word(), count));
      return new Totals(
          report.candidates(),
          report.admitted(),
          report.candidates() - report.admitted(),
          byReason);
    }
  }
}
