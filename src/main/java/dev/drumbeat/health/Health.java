package dev.drumbeat.health;

import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.sending.Replacing;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.SendingSwitch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Looks at everything that the app needs for its work. */
public final class Health {

  private final Accounts accounts;
  private final JobStates jobs;
  private final MailChecks mail;
  private final InstallationChecks ground;
  private final WorkChecks work;
  private final InstantSource clock;

  private Health(
      Accounts accounts,
      JobStates jobs,
      MailChecks mail,
      InstallationChecks ground,
      WorkChecks work,
      InstantSource clock) {
    this.accounts = accounts;
    this.jobs = jobs;
    this.mail = mail;
    this.ground = ground;
    this.work = work;
    this.clock = clock;
  }

  /** What the checks of the work behind the mail read. */
  public record Sources(EventLog events, SendStore sends, Replacing replacing, Tallies tallies) {}

  /** Of those accounts and jobs, on that ground. */
  public static Health of(
      Accounts accounts,
      List<JobPlan> plans,
      JobRuns runs,
      SendingSwitch sending,
      Installation installation,
      Secrets secrets,
      Sources sources,
      InstantSource clock) {
    return new Health(
        accounts,
        new JobStates(plans, runs),
        new MailChecks(sending),
        new InstallationChecks(installation, secrets),
        new WorkChecks(sources.events(), sources.sends(), sources.replacing(), sources.tallies()),
        clock);
  }

  /** The jobs were given to the scheduler just now. */
  public void startedUp() {
    jobs.startedUp(clock.instant());
  }

  /** What campaign users may know: how the mail accounts do. */
  public List<AccountStatus> accounts(Instant now) {
    return accounts.at(now);
  }

  /** Everything. */
  public Report report() {
    Instant now = clock.instant();
    List<AccountStatus> all = accounts.at(now);
    List<JobState> states = jobs.at(now);
    List<Check> checks =
        Stream.of(mail.run(all, now), work.run(all, states, now), ground.run())
            .flatMap(List::stream)
            .toList();
    return new Report(now, all, states, checks);
  }
}
