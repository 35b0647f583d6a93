package dev.drumbeat.bench;

import dev.drumbeat.time.Block;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import dev.drumbeat.time.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * When a step is due, three days later in office hours with holidays: by delay and schedule against
 * the same written by hand for this one case with nothing but {@code java.time}. Prints nanoseconds
 * and bytes for each, and the ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NextDueBench {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"));
  private static final int MOMENTS = 1_024;
  private static final int YEAR_OF_SECONDS = 365 * 24 * 60 * 60;

  private final Delay delay = new Delay(3, DelayUnit.DAYS);
  private final Schedule schedule =
      new Schedule(
          ZONE,
          List.of(new Block(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OPENS, CLOSES)),
          HOLIDAYS);
  private final Instant[] sent = new Instant[MOMENTS];
  private int next;

  /** The same moments in each run. */
  public NextDueBench() {
    Random random = new Random(1);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < MOMENTS; i++) {
      sent[i] = start.plusSeconds(random.nextInt(YEAR_OF_SECONDS));
    }
  }

  /** As the app does it, for any delay, windows and holidays. */
  @Benchmark
  public Instant delayAndSchedule() {
    return schedule.firstOpen(delay.after(moment(), ZONE, HOLIDAYS));
  }

  /** Written for these windows only. */
  @Benchmark
  public Instant bareJavaTime() {
    return byHand(moment());
  }

  private Instant moment() {
    next = (next + 1) & (MOMENTS - 1);
    return sent[next];
  }

  private static Instant byHand(Instant sent) {
    ZonedDateTime due = sent.atZone(ZONE).plusDays(3);
    if (!due.toLocalTime().isBefore(CLOSES)) {
      due = due.plusDays(1).with(OPENS);
    } else if (due.toLocalTime().isBefore(OPENS)) {
      due = due.with(OPENS);
    }
    while (due.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        || HOLIDAYS.contains(due.toLocalDate())) {
      due = due.plusDays(1).with(OPENS);
    }
    return due.toInstant();
  }

  private Stream<Instant> moments() {
    return Stream.of(sent);
  }

  /** Takes nothing. */
  public static void main(String[] args) throws RunnerException {
    mustAgree(new NextDueBench());
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(NextDueBench.class.getName())
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Figures ours = Figures.of(results, "delayAndSchedule");
    Figures bare = Figures.of(results, "bareJavaTime");
    System.out.printf("next due, bare java.time: %.0f ns, %.0f bytes%n", bare.nanos, bare.bytes);
    System.out.printf(
        "next due, delay and schedule: %.0f ns, %.0f bytes (%.2f x the time, %.2f x the bytes)%n",
        ours.nanos, ours.bytes, ours.nanos / bare.nanos, ours.bytes / bare.bytes);
  }

  /** Two programs that answer different things cannot be compared. */
  private static void mustAgree(NextDueBench bench) {
    bench
        .moments()
        .filter(
            sent ->
                !bench
                    .schedule
                    .firstOpen(bench.delay.after(sent, ZONE, HOLIDAYS))
                    .equals(byHand(sent)))
        .findAny()
        .ifPresent(
            sent -> {
              throw new IllegalStateException("they differ for " + sent);
            });
  }

  /** Of one of the two, per call. */
  private record Figures(double nanos, double bytes) {

    static Figures of(Collection<RunResult> results, String name) {
      RunResult result =
          results.stream()
              .filter(r -> r.getParams().getBenchmark().endsWith("." + name))
              .findFirst()
              .orElseThrow();
      return new Figures(
          result.getPrimaryResult().getScore(),
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }
}
