package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.time.DelayUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @Test
  void a_name_of_two_words_becomes_one_word_with_a_hump() {
    assertThat(Words.of(EnrollmentState.WAITING_TASK)).isEqualTo("waitingTask");
  }

  @Test
  void a_word_finds_its_value_only_as_it_is_written() {
    assertThat(Words.find(DelayUnit.class, "businessDays")).contains(DelayUnit.BUSINESS_DAYS);
    assertThat(Words.find(DelayUnit.class, "businessdays")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void events_call_themselves_the_same(EventType type) {
    assertThat(Words.of(type)).isEqualTo(type.word());
  }
}
