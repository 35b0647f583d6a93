package dev.drumbeat.web.page;

import dev.drumbeat.request.Actor;
import dev.drumbeat.web.HealthView;
import dev.drumbeat.web.JobView;
import dev.drumbeat.web.StatusView;
import dev.drumbeat.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks and jobs as the page of status shows them, what is wrong first. */
final class HealthLines {

  private static final String GOOD = "ok";

  private final Texts texts;

  HealthLines(Texts texts) {
    this.texts = texts;
  }

  /** What the part of the page about health shows. */
  Map<String, ?> of(StatusView view, Actor reader) {
    HealthView health = Objects.requireNonNull(view.health());
    Instant now = Objects.requireNonNull(view.now());
    return Map.of(
        "state",
        health.state(),
        "level",
        level(health.state()),
        "problems",
        health.checks().stream().filter(check -> !isGood(check)).map(this::check).toList(),
        "others",
        health.checks().stream().filter(HealthLines::isGood).map(this::check).toList(),
        "othersTitle",
        texts.of(
            "drumbeat.health.others", health.checks().stream().filter(HealthLines::isGood).count()),
        "jobs",
        jobs(Objects.requireNonNull(view.jobs()), now, reader));
  }

  private static boolean isGood(HealthView.CheckView check) {
    return check.state().equals(GOOD);
  }

  private Map<String, ?> check(HealthView.CheckView check) {
    return Map.of(
        "word",
        check.check(),
        "name",
        texts.of("drumbeat.health.check." + check.check()),
        "state",
        check.state(),
        "level",
        level(check.state()),
        "sentence",
        check.sentence(),
        "remedy",
        orNothing(check.remedy()),
        "link",
        orNothing(check.link()));
  }

  private List<Map<String, ?>> jobs(List<JobView> jobs, Instant now, Actor reader) {
    return jobs.stream().<Map<String, ?>>map(job -> job(job, now, reader)).toList();
  }

  private Map<String, ?> job(JobView job, Instant now, Actor reader) {
    return Map.of(
        "name",
        job.job(),
        "about",
        texts.of("drumbeat.status.job.about." + job.job()),
        "node",
        orNothing(job.node()),
        "state",
        job.state(),
        "level",
        level(job.state()),
        "sentence",
        job.state().equals(GOOD) && job.lastRunAt() != null ? "" : job.sentence(),
        "last",
        job.lastRunAt() == null
            ? texts.of("drumbeat.status.never")
            : Ago.text(job.lastRunAt(), now, reader, texts),
        "outcome",
        job.outcome() == null ? "" : texts.of("drumbeat.status.job.outcome." + job.outcome()),
        "next",
        job.nextRunAt() == null ? "" : Ago.text(job.nextRunAt(), now, reader, texts));
  }

  private String level(String state) {
    return texts.of("drumbeat.health.level." + state);
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
