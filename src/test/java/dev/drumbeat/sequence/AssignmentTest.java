package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which variant a lead gets (A1). Nothing here is random: a hash decides. */
class AssignmentTest {

  private static final int LEADS = 20_000;

  static Stream<Arguments> weights() {
    return Stream.of(
        Arguments.of(new int[] {1, 1}),
        Arguments.of(new int[] {50, 50}),
        Arguments.of(new int[] {90, 10}),
        Arguments.of(new int[] {1, 1, 1, 1, 1}),
        Arguments.of(new int[] {1_000, 1}),
        Arguments.of(new int[] {5, 0, 3, 2}));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void as_many_leads_get_a_variant_as_its_weight_says(int... weights) {
    long sum = Arrays.stream(weights).sum();

    Map<String, Long> got = counts(step(7, weights));

    for (int i = 0; i < weights.length; i++) {
      double share = (double) weights[i] / sum;
      double deviation = Math.sqrt(LEADS * share * (1 - share));
      assertThat(got.getOrDefault("v" + i, 0L).doubleValue())
          .as("variant %d of %s", i, Arrays.toString(weights))
          .isBetween(LEADS * share - 4 * deviation, LEADS * share + 4 * deviation);
    }
  }

  @Test
  void neighbours_and_whole_blocks_of_leads_get_no_pattern() {
    Step step = step(7, 1, 1);
    for (int from = 1; from < LEADS; from += 1_000) {
      long first =
          LongStream.range(from, from + 1_000).filter(id -> id(step, id).equals("v0")).count();
      assertThat(first).as("leads from %d", from).isBetween(430L, 570L);
    }
    long same =
        LongStream.range(0, LEADS).filter(id -> id(step, id).equals(id(step, id + 1))).count();
    assertThat(same).isBetween(9_700L, 10_300L);
  }

  @Test
  void what_a_lead_got_at_one_step_tells_nothing_of_the_next() {
    Step one = step(7, 1, 1);
    Step two = step(8, 1, 1);

    long same = LongStream.range(0, LEADS).filter(id -> id(one, id).equals(id(two, id))).count();

    assertThat(same).isBetween(9_700L, 10_300L);
  }

  @Test
  void the_same_lead_always_gets_the_same_in_whatever_order_leads_come() {
    Step step = step(7, 3, 2, 1);
    List<String> forwards =
        new ArrayList<>(LongStream.range(0, 500).mapToObj(n -> id(step, n)).toList());
    List<String> backwards =
        new ArrayList<>(LongStream.range(0, 500).mapToObj(n -> id(step, 499 - n)).toList());
    Collections.reverse(backwards);

    assertThat(backwards).isEqualTo(forwards);
  }

  @Test
  void what_a_lead_had_stays_whatever_the_weights_are_now() {
    Step disabled = step(7, 0, 1);

    for (long lead = 0; lead < 100; lead++) {
      assertThat(Assignment.of(disabled, lead, "v0")).map(Variant::id).hasValue("v0");
      assertThat(Assignment.of(disabled, lead, null)).map(Variant::id).hasValue("v1");
      assertThat(Assignment.of(disabled, lead, "gone")).map(Variant::id).hasValue("v1");
    }
  }

  @Test
  void a_step_without_variants_has_none_to_give() {
    assertThat(Assignment.of(StepFixture.aStep().build(), 1, "v0")).isEmpty();
  }

  private static Map<String, Long> counts(Step step) {
    Map<String, Long> counts = new HashMap<>();
    LongStream.range(0, LEADS).forEach(lead -> counts.merge(id(step, lead), 1L, Long::sum));
    return counts;
  }

  private static String id(Step step, long lead) {
    return Assignment.of(step, lead, null).orElseThrow().id();
  }

  private static Step step(long id, int... weights) {
    List<Variant> variants = new ArrayList<>();
    for (int weight : weights) {
      String name = "v" + variants.size();
      variants.add(new Variant(name, name, weight, "Hello", null, name));
    }
    Mail mail = new Mail("Hello", null, "v0", true, variants);
    return new Step(id, 1, mail, Timing.NONE, null);
  }
}
