package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Candidate;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a launch would make of an audience, without a trace in the tables. Keeps one page of members
 * and of the others no more than a key.
 */
final class Rehearsal {

  private static final int SLICE = 200;

  private final Campaign campaign;
  private final Sieve sieve;
  private final AudienceFilter filter;
  private final int startAt;
  private final int maxResults;
  private final List<Candidate> slice = new ArrayList<>();
  private final Map<String, String> admitted = new HashMap<>();
  private final Map<LeftOutReason, Integer> leftOut = new EnumMap<>(LeftOutReason.class);
  private final List<Member> page = new ArrayList<>();
  private int matching;

  Rehearsal(Campaign campaign, Sieve sieve, AudienceFilter filter, int startAt, int maxResults) {
    this.campaign = campaign;
    this.sieve = sieve;
    this.filter = filter;
    this.startAt = startAt;
    this.maxResults = maxResults;
  }

  boolean take(Candidate candidate) {
    slice.add(candidate);
    if (slice.size() == SLICE) {
      sift();
    }
    return true;
  }

  AudienceReport report() {
    sift();
    return new AudienceReport(true, admitted.size(), leftOut, matching, page);
  }

  private void sift() {
    Sifted sifted = sieve.sift(campaign, slice);
    slice.clear();
    sifted.leads().forEach(this::admit);
    sifted.leftOut().values().forEach(this::leaveOut);
  }

  /** The sieve knows the slice and the tables; leads of earlier slices are known here alone. */
  private void admit(String key, Lead lead) {
    String issueKey = String.valueOf(lead.issueKey());
    String chosen = admitted.putIfAbsent(key, issueKey);
    if (chosen == null) {
      add(Member.of(lead));
    } else if (!chosen.equals(issueKey)) {
      Reason why = Reason.of("drumbeat.left-out.duplicate", chosen);
      leaveOut(new LeftOut(issueKey, lead.address().text(), LeftOutReason.DUPLICATE, why));
    }
  }

  private void leaveOut(LeftOut left) {
    leftOut.merge(left.why(), 1, Integer::sum);
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
}
