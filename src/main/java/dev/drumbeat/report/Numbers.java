package dev.drumbeat.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sending.SendTally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a campaign, or one of its steps, amounts to at one moment (§19). */
public final class Numbers {

  /** Of a campaign in which nothing has happened. */
  public static final Numbers NONE = new Numbers(List.of());

  private final List<Tally> tallies;
  private final Map<String, Long> sums;

  Numbers(List<Tally> tallies) {
    this.tallies = List.copyOf(tallies);
    this.sums = tallies.stream().collect(groupingBy(Tally::metric, summingLong(Tally::amount)));
  }

  /** The same for one step. */
  public Numbers at(long stepId) {
    return new Numbers(tallies.stream().filter(tally -> tally.stepId() == stepId).toList());
  }

  /** What the messages of one variant amount to; nothing else is counted for one. */
  public Numbers ofVariant(String id) {
    String beginning = SendTally.ofVariant(id);
    return new Numbers(
        tallies.stream()
            .filter(tally -> tally.metric().startsWith(beginning))
            .map(
                tally ->
                    new Tally(
                        tally.campaignId(),
                        tally.metric().substring(beginning.length()),
                        tally.stepId(),
                        tally.amount()))
            .toList());
  }

  /** The steps at which there is anything to count, in no order that means anything. */
  public Set<Long> steps() {
    return tallies.stream()
        .filter(tally -> tally.amount() != 0 && tally.stepId() != 0)
        .map(Tally::stepId)
        .collect(toCollection(TreeSet::new));
  }

  /** Everybody who was ever admitted; of a step those who are there now or ended there. */
  public long leads() {
    return runs("");
  }

  /** Runs that are in that state. */
  public long runs(EnrollmentState state) {
    return runs(state.name());
  }

  /** Runs that are not over. */
  public long open() {
    return EnrollmentState.OPEN.stream().mapToLong(this::runs).sum();
  }

  /** Runs of which that may be said. */
  public long that(RunTrait trait) {
    return switch (trait) {
      case OPEN -> open();
      case OVER -> leads() - open();
      case DELIVERED -> reached();
      case REPLIED -> replied();
      case UNSUBSCRIBED -> unsubscribed();
    };
  }

  /** Runs that wait for that reason. */
  public long paused(PauseReason reason) {
    return sum(Tally.RUN + EnrollmentState.PAUSED + "." + reason.name());
  }

  /** Runs that ended for that reason. */
  public long ended(EndReason reason) {
    return sum(Tally.RUN + reason.state() + "." + reason.name());
  }

  /** The reasons why runs wait, with how many. */
  public Map<PauseReason, Long> pauses() {
    Map<PauseReason, Long> pauses = new EnumMap<>(PauseReason.class);
    for (PauseReason reason : PauseReason.values()) {
      put(pauses, reason, paused(reason));
    }
    return pauses;
  }

  /** The reasons why runs ended, with how many. */
  public Map<EndReason, Long> ends() {
    Map<EndReason, Long> ends = new EnumMap<>(EndReason.class);
    for (EndReason reason : EndReason.values()) {
      put(ends, reason, ended(reason));
    }
    return ends;
  }

  private static <K> void put(Map<K, Long> map, K key, long amount) {
    if (amount != 0) {
      map.put(key, amount);
    }
  }

  private long runs(String state) {
    String exact = Tally.RUN + state;
    return sums.entrySet().stream()
        .filter(sum -> state.isEmpty() ? sum.getKey().startsWith(exact) : isOf(sum.getKey(), exact))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean isOf(String metric, String exact) {
    return metric.equals(exact) || metric.startsWith(exact + ".");
  }

  /** Messages that were begun; each came to one of the ends below or is open. */
  public long planned() {
    return sum(SendTally.BEGUN);
  }

  /** Messages that a server took, those that came back later included. */
  public long sent() {
    return sum(SendTally.metric(SendState.SENT));
  }

  /** Messages that a server refused for good. */
  public long refused() {
    return sum(SendTally.metric(SendState.REJECTED));
  }

  /** Messages that may have left or not. */
  public long unknown() {
    return sum(SendTally.metric(SendState.UNKNOWN));
  }

  /** Messages that were not wanted any more before they left. */
  public long skipped() {
    return sum(SendTally.metric(SendState.SKIPPED)) + sum(SendTally.metric(SendState.CANCELLED));
  }

  /** Messages that are being worked on or wait for another attempt. */
  public long openSends() {
    return planned() - sent() - refused() - unknown() - skipped();
  }

  /** Messages that were sent and came back. */
  public long cameBack() {
    return sum(SendTally.CAME_BACK);
  }

  /** Messages that were sent and did not come back: an estimate for some days. */
  public long delivered() {
    return sent() - cameBack();
  }

  /** Leads to whom at least one message was delivered. */
  public long reached() {
    return sum(Tally.DELIVERED);
  }

  /** Leads of whom a person has answered; of a step those who answered that one first. */
  public long replied() {
    return sum(Tally.REPLIED);
  }

  /** Leads who wanted no more. */
  public long unsubscribed() {
    return sum(Tally.UNSUBSCRIBED);
  }

  private long sum(String metric) {
    return sums.getOrDefault(metric, 0L);
  }

  static Map<Long, Numbers> byCampaign(List<Tally> tallies) {
    return tallies.stream().collect(groupingBy(Tally::campaignId)).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> new Numbers(entry.getValue())));
  }
}
