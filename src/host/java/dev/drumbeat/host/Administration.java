package dev.drumbeat.host;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.Schedule;
import dev.drumbeat.host.page.screen.AppLine;
import dev.drumbeat.host.page.screen.AppList;
import dev.drumbeat.host.page.screen.JobLine;
import dev.drumbeat.host.page.screen.JobList;
import dev.drumbeat.host.plugin.InstalledPlugin;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.plugin.Plugins;
import dev.drumbeat.host.schedule.HostScheduler;
import dev.drumbeat.host.schedule.JobState;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What administrators see and do on the pages of jobs and apps. */
record Administration(HostScheduler scheduler, Plugins plugins) implements JobList, AppList {

  private static final Logger log = LoggerFactory.getLogger(Administration.class);

  @Override
  public List<JobLine> jobs() {
    return scheduler.jobs().stream().map(Administration::line).toList();
  }

  @Override
  public void run(String jobId) {
    scheduler.run(JobId.of(jobId));
  }

  @Override
  public List<AppLine> apps() {
    return plugins.all().stream().map(Administration::line).toList();
  }

  @Override
  public void enable(String key) {
    try {
      plugins.enable(key);
    } catch (PluginFailure e) {
      log.warn("{} was not enabled: {}", key, e.getMessage()); // its line on the page says why
    }
  }

  @Override
  public void disable(String key) {
    plugins.disable(key);
  }

  private static JobLine line(JobState job) {
    return new JobLine(
        job.id().toString(),
        job.config().getJobRunnerKey().toString(),
        words(job.config().getSchedule()),
        job.nextRunAt(),
        job.lastRunAt(),
        job.lastOutcome());
  }

  private static String words(Schedule schedule) {
    Duration interval = Duration.ofMillis(schedule.getIntervalScheduleInfo().getIntervalInMillis());
    return interval.isZero() ? "once" : "every " + interval.toMinutes() + " min";
  }

  private static AppLine line(InstalledPlugin app) {
    return new AppLine(
        app.key(),
        app.name(),
        app.version(),
        AppLine.State.valueOf(app.state().name()),
        app.reason());
  }
}
