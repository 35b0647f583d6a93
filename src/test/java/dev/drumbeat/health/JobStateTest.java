package dev.drumbeat.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobStateTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));
  private static final JobPlan EACH_MINUTE =
      new JobPlan("drumbeat.sending", Duration.ofMinutes(1), true);
  private static final JobPlan EACH_QUARTER =
      new JobPlan("drumbeat.mail.health", Duration.ofMinutes(15), false);

  @Test
  void a_job_that_ran_is_in_order_and_comes_again_after_its_interval() {
    JobState state = JobState.of(EACH_QUARTER, ran(5, 0), LONG_AGO, NOON);

    assertThat(state.level()).isEqualTo(Level.OK);
    assertThat(state.nextAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
  }

  @Test
  void a_job_of_each_minute_is_missed_after_ten_of_them() {
    JobState state = JobState.of(EACH_MINUTE, ran(11, 0), LONG_AGO, NOON);

    assertThat(state.level()).isEqualTo(Level.ERROR);
    assertThat(state.sentence().key()).isEqualTo("drumbeat.health.job.late");
    assertThat(state.sentence().arguments()).containsExactly("drumbeat.sending", 11L);
    assertThat(JobState.of(EACH_MINUTE, ran(10, 0), LONG_AGO, NOON).level()).isEqualTo(Level.OK);
  }

  @Test
  void a_rare_job_is_missed_after_three_of_its_intervals() {
    assertThat(JobState.of(EACH_QUARTER, ran(44, 0), LONG_AGO, NOON).level()).isEqualTo(Level.OK);
    assertThat(JobState.of(EACH_QUARTER, ran(46, 0), LONG_AGO, NOON).level())
        .isEqualTo(Level.ERROR);
  }

  @Test
  void after_a_start_it_has_the_same_patience_again() {
    Instant justNow = NOON.minusSeconds(30);

    assertThat(JobState.of(EACH_MINUTE, null, justNow, NOON).level()).isEqualTo(Level.OK);
    assertThat(JobState.of(EACH_MINUTE, ran(500, 0), justNow, NOON).level()).isEqualTo(Level.OK);
    assertThat(JobState.of(EACH_MINUTE, null, LONG_AGO, NOON).level()).isEqualTo(Level.ERROR);
  }

  @Test
  void one_failure_is_a_warning_and_three_in_a_row_are_an_error() {
    assertThat(JobState.of(EACH_MINUTE, ran(1, 1), LONG_AGO, NOON).level())
        .isEqualTo(Level.WARNING);
    assertThat(JobState.of(EACH_MINUTE, ran(1, 3), LONG_AGO, NOON).level()).isEqualTo(Level.ERROR);
  }

  @Test
  void a_run_without_an_end_is_said_to_be_long() {
    JobRun open =
        new JobRun("drumbeat.sending", null, NOON.minus(Duration.ofHours(1)), null, null, 0);

    JobState state = JobState.of(EACH_MINUTE, open, LONG_AGO, NOON);

    assertThat(state.sentence().key()).isEqualTo("drumbeat.health.job.long");
    assertThat(state.level()).isEqualTo(Level.ERROR);
  }

  private static JobRun ran(int minutesAgo, int failures) {
    Instant at = NOON.minus(Duration.ofMinutes(minutesAgo));
    return new JobRun("any", null, at, at.plusSeconds(1), "SUCCESS", failures);
  }
}
