package dev.drumbeat.health;

import java.time.Duration;

/** A job as it is planned: how often it runs, and whether on every node or once for the cluster. */
public record JobPlan(String job, Duration interval, boolean onEveryNode) {

  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final int RUNS = 3;

  /** Without a run for longer than this nobody does its work. */
  Duration patience() {
    Duration some = interval.multipliedBy(RUNS);
    return some.compareTo(LEAST) > 0 ? some : LEAST;
  }
}
