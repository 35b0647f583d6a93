package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of leads when one version follows another (V4). Steps are letters. */
class SuccessionTest {

  @ParameterizedTest(name = "{0} -> {1}: who waited for {2} waits for {3}, {4}")
  @CsvSource({
    "A B C,    A B C,    B,  B,  content changed",
    "A B C,    A B C X,  C,  C,  added at the end behind the place",
    "A B C,    A B X C,  B,  B,  added after the place",
    "A B C,    A X B C,  B,  B,  added before the place is not received",
    "A B C,    X A B C,  C,  C,  added before the first",
    "A B C,    A C,      B,  C,  removed and the next comes",
    "A B C,    A B,      C,  -,  the last removed",
    "A B C,    A X C,    B,  X,  replaced by another",
    "A B C,    X C,      B,  X,  replaced with everything before it",
    "A B C,    A,        B,  -,  nothing left",
    "A B C,    A C B,    B,  C,  reordered and the first in the new order comes",
    "A B C,    C A B,    B,  C,  what was not received comes though it stands first now",
    "A B C,    B A C,    C,  C,  received steps are passed over",
    "A B C D,  D C B A,  C,  D,  turned round",
    "A B C D,  A D,      B,  D,  two removed",
    "A B,      X Y,      A,  X,  everything replaced",
  })
  void each_waits_for_the_first_step_that_was_not_received(
      String before, String after, String waited, String waits, String why) {
    Succession succession = new Succession(version(1, before), version(2, after));

    assertThat(succession.next(id(waited)).map(Step::id).map(SuccessionTest::letter).orElse("-"))
        .as(why)
        .isEqualTo(waits);
  }

  @ParameterizedTest(name = "{0} -> {1}: who was through goes on with {2}")
  @CsvSource({
    "A B,  A B C,    C",
    "A B,  A B C D,  C",
    "A B,  A B,      -",
    "A B,  X A B,    -",
    "A B,  A X B,    -",
    "A B,  A C,      C",
    "A B,  C,        C",
    "A B,  B A C,    C",
  })
  void who_was_through_goes_on_with_what_was_added_behind_the_end(
      String before, String after, String next) {
    Succession succession = new Succession(version(1, before), version(2, after));

    assertThat(succession.afterEnd(id("B")).map(Step::id).map(SuccessionTest::letter).orElse("-"))
        .isEqualTo(next);
  }

  @Test
  void another_wait_is_noticed_in_both_directions_and_nothing_else_is() {
    SequenceVersion before = version(1, "A B");
    SequenceVersion longer = new SequenceVersion(1, 2, List.of(step("A", 0), step("B", 9)));

    assertThat(new Succession(before, longer).waitsOtherwise(id("B"))).isTrue();
    assertThat(new Succession(longer, before).waitsOtherwise(id("B"))).isTrue();
    assertThat(new Succession(before, longer).keeps(id("B"))).isFalse();
    assertThat(new Succession(before, version(2, "A B X")).keeps(id("B"))).isTrue();
    assertThat(new Succession(before, version(2, "A X B")).keeps(id("A"))).isTrue();
  }

  @Test
  void differences_name_what_was_added_taken_out_moved_and_changed() {
    List<Step> before = version(1, "A B C").steps();
    List<Step> after = List.of(step("C", 0), step("A", 5), step("X", 0));

    List<StepDifference> differences = StepDifference.between(before, after);

    assertThat(differences).extracting(d -> letter(d.stepId())).containsExactly("C", "A", "X", "B");
    assertThat(differences.get(0).moved()).isTrue();
    assertThat(differences.get(1).fields()).containsExactly(StepField.TIMING);
    assertThat(differences.get(2).before()).isNull();
    assertThat(differences.get(3).after()).isNull();
    assertThat(differences).noneMatch(StepDifference::isWording);
    assertThat(StepDifference.between(before, before)).isEmpty();
  }

  private static SequenceVersion version(int number, String letters) {
    return new SequenceVersion(
        1, number, Stream.of(letters.split(" ", -1)).map(letter -> step(letter, 0)).toList());
  }

  private static Step step(String letter, int days) {
    Timing timing = new Timing.After(new Delay(days, DelayUnit.DAYS));
    return new Step(
        id(letter), letter.charAt(0), new Mail(letter, null, letter, true), timing, null);
  }

  private static long id(String letter) {
    return letter.charAt(0);
  }

  private static String letter(long id) {
    return String.valueOf((char) id);
  }
}
