package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentence on the card of a step that says when it is due. */
class TimingWordsTest {

  private final TimingWords words =
      new TimingWords(TextsFixture.english(), TimingWordsTest::fields);

  @Test
  void the_first_step_counts_from_the_enrollment_and_the_others_from_the_step_before() {
    assertThat(english(new Timing.After(Delay.days(3)), true))
        .startsWith("3 days after the lead was enrolled.");
    assertThat(english(new Timing.After(Delay.days(1)), false))
        .startsWith("1 day after the step before.");
    assertThat(english(Timing.NONE, true)).isEqualTo("As soon as the lead is enrolled.");
  }

  @Test
  void calendar_days_and_business_days_are_told_apart() {
    assertThat(english(new Timing.After(Delay.days(3)), false)).contains("Weekends count");
    assertThat(english(new Timing.After(new Delay(3, DelayUnit.BUSINESS_DAYS)), false))
        .startsWith("3 business days")
        .contains("Only Mondays to Fridays count");
  }

  @Test
  void each_unit_says_how_it_is_counted_in_both_languages() {
    TimingWords german = new TimingWords(TextsFixture.german(), TimingWordsTest::fields);
    for (DelayUnit unit : DelayUnit.values()) {
      Timing timing = new Timing.After(new Delay(2, unit));
      assertThat(english(timing, false)).doesNotContain("drumbeat.").startsWith("2 ");
      assertThat(german.of(timing, false, Locale.GERMAN))
          .doesNotContain("drumbeat.")
          .startsWith("2 ");
    }
  }

  @Test
  void a_day_of_the_run_has_a_time_of_its_own_or_that_of_the_enrollment() {
    assertThat(english(new Timing.OnDay(3, LocalTime.of(9, 30)), false))
        .startsWith("On day 3 at 9:30");
    assertThat(english(new Timing.OnDay(3, null), false))
        .contains("at the time of day of the enrollment");
  }

  @Test
  void a_date_is_named_as_people_call_its_field_and_what_becomes_of_a_late_one_is_told() {
    assertThat(english(contractEnd(90), false))
        .startsWith("90 days before Contract end at 9:00")
        .contains("the step is left out");
    assertThat(english(contractEnd(0), false)).startsWith("On the day of Contract end at 9:00");
  }

  private static Timing contractEnd(int days) {
    return new Timing.ByDate(
        "customfield_10009",
        Timing.Side.BEFORE,
        Delay.days(days),
        LocalTime.of(9, 0),
        Timing.Late.SKIP);
  }

  private static Map<String, String> fields() {
    return Map.of("customfield_10009", "Contract end");
  }

  private String english(Timing timing, boolean first) {
    return words.of(timing, first, Locale.US);
  }
}
