package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceWarnings;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.StepDrafts;
import dev.drumbeat.sequence.Variant;
import dev.drumbeat.sequence.VariantDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps with variants, from the draft to the numbers (A1, A9, H1, H5). */
@Tag("database")
class VariantsTest {

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void each_lead_gets_one_variant_and_the_numbers_know_which() {
    twoOpeners(1, 1);
    host.leads(12);

    Campaign campaign = host.launch();
    host.tick();

    Map<String, Variant> variants =
        opener().mail().variants().stream().collect(Collectors.toMap(Variant::id, v -> v));
    List<Send> sends = host.sends(campaign);
    assertThat(sends).hasSize(12);
    assertThat(sends)
        .allSatisfy(
            send -> {
              Variant own = variants.get(send.variant());
              assertThat(send.subject()).isEqualTo(own.subject());
            });
    assertThat(sends.stream().map(Send::variant).distinct()).hasSize(2);
    variants.keySet().forEach(id -> assertThat(sent(campaign, id)).isEqualTo(listed(campaign, id)));
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void a_retry_keeps_its_variant_whatever_the_weights_are_now() {
    twoOpeners(1, 1);
    host.lead("ada@example.org");
    host.server.once("BODY", "451 4.3.0 no room");
    Campaign campaign = host.launch();
    host.tick();
    String before = host.send(campaign).variant();
    List<Variant> variants = opener().mail().variants();
    replace(
        opener(),
        StepDrafts.tested(
            null,
            draft(variants.get(0), variants.get(0).id().equals(before) ? 0 : 1),
            draft(variants.get(1), variants.get(1).id().equals(before) ? 0 : 1)));

    host.tickAfter(Duration.ofMinutes(30));

    assertThat(host.send(campaign).state()).isEqualTo(SendState.SENT);
    assertThat(host.send(campaign).variant()).isEqualTo(before);
  }

  @Test
  void a_disabled_variant_goes_to_nobody_new() {
    twoOpeners(0, 1);
    host.leads(8);

    Campaign campaign = host.launch();
    host.tick();

    String other = opener().mail().variants().get(1).id();
    assertThat(host.sends(campaign)).hasSize(8).allMatch(send -> other.equals(send.variant()));
  }

  @Test
  void a_follow_up_answers_the_subject_that_was_sent() {
    twoOpeners(1, 1);
    host.leads(6);
    Campaign campaign = host.launch();
    host.tick();

    host.tickAfter(Duration.ofDays(2));

    assertThat(host.sends(campaign).stream().collect(Collectors.groupingBy(Send::enrollmentId)))
        .allSatisfy(
            (run, sends) ->
                assertThat(sends.get(0).subject()).isEqualTo("Re: " + sends.get(1).subject()));
  }

  @Test
  void a_variant_that_comes_back_counts_for_itself() {
    twoOpeners(1, 0);
    host.leads(2);
    Campaign campaign = host.launch();
    host.tick();
    String id = opener().mail().variants().get(0).id();

    Send send = host.sends(campaign).get(0);
    host.sql.write(c -> host.sends.bounced(c, send, send.reason(), host.now()));

    assertThat(amount(campaign, SendTally.of(id, SendTally.CAME_BACK))).isEqualTo(1);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void who_does_not_speak_of_variants_changes_the_first_and_loses_none() {
    twoOpeners(1, 2);
    List<Variant> before = opener().mail().variants();

    replace(opener(), SendingHost.mail("Another", 0));

    List<Variant> after = opener().mail().variants();
    assertThat(after.get(0).subject()).isEqualTo("Another");
    assertThat(after.get(0).id()).isEqualTo(before.get(0).id());
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(opener().subject()).isEqualTo("Another");
  }

  @Test
  void of_the_step_and_its_first_variant_the_one_that_was_changed_counts() {
    twoOpeners(1, 2);
    Variant first = opener().mail().variants().get(0);
    VariantDraft unchanged = draft(first, 1);
    VariantDraft other = draft(opener().mail().variants().get(1), 2);

    replace(opener(), saying("Said by the step", unchanged, other));
    assertThat(opener().mail().variants().get(0).subject()).isEqualTo("Said by the step");

    VariantDraft changed = new VariantDraft(first.id(), "A", 1, "Said by it", null, "Hi");
    replace(opener(), saying("Said by the step", changed, other));
    assertThat(opener().mail().variants().get(0).subject()).isEqualTo("Said by it");
    assertThat(opener().subject()).isEqualTo("Said by it");
  }

  private static StepDraft saying(String subject, VariantDraft... variants) {
    return StepDrafts.mail(Map.of("subject", subject, "variants", List.of(variants)));
  }

  @Test
  void subjects_are_not_comparable_where_a_step_answers() {
    host.sequence =
        host.sequence(
            SendingHost.mail("Hello", 0),
            StepDrafts.tested("same", draft("A", 1, "One"), draft("B", 1, "Two")),
            StepDrafts.tested("new", draft("A", 1, "One"), draft("B", 1, "Two")));

    Sequence sequence = host.sequences.find(host.sequence).orElseThrow();

    assertThat(SequenceWarnings.of(sequence))
        .extracting(reason -> reason.key() + reason.arguments())
        .containsOnlyOnce("drumbeat.warning.subject-test[2]")
        .doesNotContain("drumbeat.warning.subject-test[3]");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, A, Hello, Hi, steps[0].variants drumbeat.variant.count",
    "6, 1, A, Hello, Hi, steps[0].variants drumbeat.variant.count",
    "2, 0, A, Hello, Hi, steps[0].variants drumbeat.variant.no-weight",
    "2, -1, A, Hello, Hi, steps[0].variants[0].weight drumbeat.invalid.range",
    "2, 1001, A, Hello, Hi, steps[0].variants[0].weight drumbeat.invalid.range",
    "2, , A, Hello, Hi, steps[0].variants[0].weight drumbeat.invalid.required",
    "2, 1, , Hello, Hi, steps[0].variants[0].label drumbeat.invalid.required",
    "2, 1, A, , Hi, steps[0].variants[0].subject drumbeat.step.no-subject",
    "2, 1, A, Hello, , steps[0].variants[0].html drumbeat.step.no-body",
    "2, 1, A, Hello, $x, steps[0].variants[0].text drumbeat.template.unknown-name"
  })
  void what_is_wrong_with_a_variant_is_told_beside_its_field(
      int count, Integer weight, String label, String subject, String text, String problem) {
    VariantDraft[] drafts =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    new VariantDraft(
                        null, label == null ? null : label + n, weight, subject, null, text))
            .toArray(VariantDraft[]::new);

    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class, () -> host.sequence(StepDrafts.tested(null, drafts)));

    assertThat(refused.problems())
        .extracting(found -> found.field() + " " + found.reason().key())
        .contains(problem);
  }

  @Test
  void two_variants_are_never_the_same() {
    VariantDraft twin = new VariantDraft("a", "A", 1, "Hello", null, "Hi");

    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class, () -> host.sequence(StepDrafts.tested(null, twin, twin)));

    assertThat(refused.problems())
        .extracting(InvalidInput.Problem::field)
        .containsExactly("steps[0].variants[1].id", "steps[0].variants[1].label");
  }

  private void twoOpeners(int one, int two) {
    host.sequence =
        host.sequence(
            StepDrafts.tested(null, draft("A", one, "One"), draft("B", two, "Two")),
            SendingHost.mail(null, 1));
  }

  private Step opener() {
    return host.sequences.find(host.sequence).orElseThrow().steps().get(0);
  }

  private void replace(Step step, StepDraft draft) {
    host.sequenceService.replaceStep(host.sam(), host.sequence, step.id(), draft);
  }

  private static VariantDraft draft(String label, int weight, @Nullable String subject) {
    return new VariantDraft(null, label, weight, subject, null, "Hi from " + label);
  }

  private static VariantDraft draft(Variant variant, int weight) {
    return new VariantDraft(
        variant.id(), variant.label(), weight, variant.subject(), null, variant.text());
  }

  private long sent(Campaign campaign, String variant) {
    return amount(campaign, SendTally.of(variant, SendTally.metric(SendState.SENT)));
  }

  private long amount(Campaign campaign, String metric) {
    return new Tallies(host.sql)
        .sums(List.of(campaign.id())).stream()
            .filter(tally -> tally.metric().equals(metric))
            .mapToLong(Tally::amount)
            .sum();
  }

  private long listed(Campaign campaign, String variant) {
    return host.sends.count(
        SendFilter.ofCampaign(campaign.id()).in(SendState.SENT).saying(variant));
  }
}
