package dev.drumbeat.enrollment;

import java.util.List;
import java.util.Map;

/**
 * Who is in an audience and who is out and why (E8): the members of one page, how many match in
 * all, and the numbers of the whole audience, which add up. A preview is what a launch would do
 * now.
 */
public record AudienceReport(
    boolean preview,
    int admitted,
    Map<LeftOutReason, Integer> leftOut,
    int matching,
    List<Member> members) {

  public AudienceReport {
    leftOut = Map.copyOf(leftOut);
    members = List.copyOf(members);
  }

  /** Everybody who was looked at. */
  public int candidates() {
    return admitted + leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }
}
