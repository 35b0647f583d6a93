package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTextTest {

  private static final List<Step> STEPS =
      List.of(
          step(1, new Timing.After(new Delay(2, DelayUnit.BUSINESS_DAYS))),
          step(2, new Timing.OnDay(3, null)),
          step(3, new Timing.OnDay(9, LocalTime.of(9, 30))),
          step(
              4,
              new Timing.ByDate(
                  "dueDate",
                  Timing.Side.BEFORE,
                  Delay.days(90),
                  LocalTime.of(9, 0),
                  Timing.Late.EXIT)));

  @Test
  void steps_are_read_as_they_were_written() {
    assertThat(StepText.read(StepText.write(STEPS))).isEqualTo(STEPS);
  }

  @Test
  void what_has_no_column_of_its_own_is_kept_beside_them() {
    assertThat(STEPS)
        .allSatisfy(
            step ->
                assertThat(
                        StepText.timing(
                            step.timing().delay(), StepText.details(StepText.details(step))))
                    .isEqualTo(step.timing()));
  }

  @Test
  void what_a_newer_version_wrote_beside_is_left_out() {
    String newer = StepText.write(STEPS).replaceFirst("\\{", "{\"colour\":{\"deep\":[1]},");

    assertThat(StepText.read(newer)).isEqualTo(STEPS);
  }

  private static Step step(long id, Timing timing) {
    return new Step(
        id, (int) id, new Mail("Hello \"you\"", "<p>ä</p>", null, false), timing, "ask");
  }
}
