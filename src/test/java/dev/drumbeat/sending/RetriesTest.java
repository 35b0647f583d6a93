package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

  private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"1, PT5M", "2, PT15M", "3, PT45M", "6, PT12H", "100, PT12H"})
  void intervals_grow_to_half_a_day(int attempts, Duration interval) {
    assertThat(Retries.interval(attempts)).isEqualTo(interval);
  }

  @Test
  void the_last_attempt_is_after_three_days() {
    Instant lateAttempt = START.plus(Duration.ofHours(70));

    assertThat(Retries.next(9, START, lateAttempt)).hasValue(START.plus(Duration.ofDays(3)));
    assertThat(Retries.next(10, START, START.plus(Duration.ofDays(3)))).isEmpty();
  }
}
