package dev.drumbeat.enrollment;

import java.util.ArrayList;
import java.util.List;

/** Picks one page of members out of a rehearsal. */
final class MemberPage implements Rehearsal.Watcher {

  private final AudienceFilter filter;
  private final int startAt;
  private final int maxResults;
  private final List<Member> page = new ArrayList<>();
  private int matching;

  MemberPage(AudienceFilter filter, int startAt, int maxResults) {
    this.filter = filter;
    this.startAt = startAt;
    this.maxResults = maxResults;
  }

  @Override
  public void admitted(Lead lead) {
    add(Member.of(lead));
  }

  @Override
  public void leftOut(LeftOut left) {
    add(Member.of(left));
  }

  private void add(Member member) {
    if (filter.wants(member)) {
      if (matching >= startAt && page.size() < maxResults) {
        page.add(member);
      }
      matching++;
    }
  }

  AudienceReport report(Rehearsal rehearsal) {
    return new AudienceReport(true, rehearsal.admitted(), rehearsal.leftOut(), matching, page);
  }
}
