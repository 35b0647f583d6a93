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
 * What a launch would make of an audience, without a trace in the tables. Hands over everybody and
 * keeps no more of them than a key.
 */
final class Rehearsal {

  private static final int SLICE = 200;

  private final Campaign campaign;
  private final Sieve sieve;
  private final Watcher watcher;
  private final List<Candidate> slice = new ArrayList<>();
  private final Map<String, String> admitted = new HashMap<>();
  private final Map<LeftOutReason, Integer> leftOut = new EnumMap<>(LeftOutReason.class);

  Rehearsal(Campaign campaign, Sieve sieve, Watcher watcher) {
    this.campaign = campaign;
    this.sieve = sieve;
    this.watcher = watcher;
  }

  /** Is told of everybody, in the order of the audience. */
  interface Watcher {

    /** That one would be admitted. */
    void admitted(Lead lead);

    /** That one would be left out. */
    void leftOut(LeftOut left);
  }

  boolean take(Candidate candidate) {
    slice.add(candidate);
    if (slice.size() == SLICE) {
      sift();
    }
    return true;
  }

  /** Looks at those who are left; afterwards the numbers are complete. */
  void end() {
    sift();
  }

  int admitted() {
    return admitted.size();
  }

  Map<LeftOutReason, Integer> leftOut() {
    return leftOut;
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
      watcher.admitted(lead);
    } else if (!chosen.equals(issueKey)) {
      Reason why = Reason.of("drumbeat.left-out.duplicate", chosen);
      leaveOut(new LeftOut(issueKey, lead.address().text(), LeftOutReason.DUPLICATE, why));
    }
  }

  private void leaveOut(LeftOut left) {
    leftOut.merge(left.why(), 1, Integer::sum);
    watcher.leftOut(left);
  }
}
