package dev.drumbeat.health;

import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Replacing;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether the work behind the mail gets done, and what went wrong with it. */
final class WorkChecks {

  /** So many failed runs in a day are more than an accident. */
  private static final int MANY = 10;

  /** So many amounts are folded in one run of the job. */
  private static final int UNFOLDED = 20_000;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONG = Duration.ofMinutes(30);

  /** Nodes differ by less. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final EventLog events;
  private final SendStore sends;
  private final Replacing replacing;
  private final Tallies tallies;

  WorkChecks(EventLog events, SendStore sends, Replacing replacing, Tallies tallies) {
    this.events = events;
    this.sends = sends;
    this.replacing = replacing;
    this.tallies = tallies;
  }

  List<Check> run(List<AccountStatus> accounts, List<JobState> jobs, Instant now) {
    return List.of(
        jobs(jobs),
        clock(accounts, jobs, now),
        unknown(),
        failures(now),
        sequences(now),
        numbers());
  }

  private static Check jobs(List<JobState> jobs) {
    JobState worst =
        jobs.stream().max(java.util.Comparator.comparing(JobState::level)).orElse(null);
    if (worst == null || worst.level() == Level.OK) {
      return Check.ok("jobs", Reason.of("drumbeat.health.jobs.ok"));
    }
    return new Check("jobs", worst.level(), worst.sentence(), Mender.OPERATOR, "status#jobs");
  }

  /** What was noted must not be yet to come. */
  private static Check clock(List<AccountStatus> accounts, List<JobState> jobs, Instant now) {
    Stream<Instant> ticks =
        accounts.stream().flatMap(a -> a.shard().map(Shard::lastTickAt).stream());
    Stream<Instant> readings =
        accounts.stream()
            .map(AccountStatus::mailbox)
            .filter(Objects::nonNull)
            .map(Mailbox::triedAt);
    Stream<Instant> runs =
        jobs.stream().map(JobState::run).filter(Objects::nonNull).map(JobRun::startedAt);
    Instant latest =
        Stream.of(ticks, readings, runs)
            .flatMap(all -> all)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(now);
    Duration ahead = Duration.between(now, latest);
    return ahead.compareTo(SKEW) > 0
        ? Check.warning(
            "clock", Reason.of("drumbeat.health.clock.back", ahead.toMinutes()), Mender.OPERATOR)
        : Check.ok("clock", Reason.of("drumbeat.health.clock.ok"));
  }

  private Check unknown() {
    int unknown = sends.count(SendFilter.ALL.in(SendState.UNKNOWN));
    return unknown == 0
        ? Check.ok("unknown", Reason.of("drumbeat.health.unknown.ok"))
        : Check.warning(
                "unknown", Reason.of("drumbeat.health.unknown.some", unknown), Mender.ITSELF)
            .at("campaigns");
  }

  private Check failures(Instant now) {
    int failed = events.countSince(EventType.FAILED, now.minus(DAY));
    Reason sentence = Reason.of("drumbeat.health.failures", failed);
    return failed < MANY
        ? Check.ok("failures", sentence)
        : Check.warning("failures", sentence, Mender.ADMINISTRATOR).at("campaigns");
  }

  private Check sequences(Instant now) {
    List<Instant> changed = replacing.pending();
    if (changed.isEmpty()) {
      return Check.ok("sequences", Reason.of("drumbeat.health.sequences.ok"));
    }
    Reason sentence = Reason.of("drumbeat.health.sequences.under-way", changed.size());
    return changed.get(0).isBefore(now.minus(LONG))
        ? Check.warning("sequences", sentence, Mender.OPERATOR).at("status#jobs")
        : Check.ok("sequences", sentence);
  }

  private Check numbers() {
    return tallies.isBehind(UNFOLDED)
        ? Check.warning(
                "numbers", Reason.of("drumbeat.health.numbers.behind", UNFOLDED), Mender.OPERATOR)
            .at("status#jobs")
        : Check.ok("numbers", Reason.of("drumbeat.health.numbers.ok"));
  }
}
