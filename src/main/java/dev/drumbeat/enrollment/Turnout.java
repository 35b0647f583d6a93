package dev.drumbeat.enrollment;

import java.util.List;
import java.util.Map;

/**
 * Who a launch would admit, as far as somebody looked: how many issues there are and how many of
 * them were looked at, leads by the account that would write to them, and a few of both sides.
 */
public record Turnout(
    int issues,
    int looked,
    Map<LeftOutReason, Integer> leftOut,
    Map<Long, Integer> byAccount,
    List<Member> admittedSome,
    List<Member> leftOutSome) {

  /** Of a campaign that has nobody to look at. */
  public static final Turnout NOBODY = new Turnout(0, 0, Map.of(), Map.of(), List.of(), List.of());

  public Turnout {
    leftOut = Map.copyOf(leftOut);
    byAccount = Map.copyOf(byAccount);
    admittedSome = List.copyOf(admittedSome);
    leftOutSome = List.copyOf(leftOutSome);
  }

  /** Whether everybody was looked at, so that the numbers are no estimate. */
  public boolean isComplete() {
    return looked >= issues;
  }

  /** How many of those that were looked at would be admitted. */
  public int admitted() {
    return byAccount.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of those that were looked at would not. */
  public int leftOutInAll() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same share of all issues: what it may become for those that nobody looked at. */
  public int expected(int ofThoseLookedAt) {
    return isComplete() || looked == 0
        ? ofThoseLookedAt
        : Math.toIntExact(Math.round((double) ofThoseLookedAt * issues / looked));
  }
}
