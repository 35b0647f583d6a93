package dev.drumbeat.sequence;

import static dev.drumbeat.request.Right.ADMINISTER;
import static dev.drumbeat.request.Right.USE_CAMPAIGNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.mail.MailAccountRow;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Actor ANN = actor("ann", USE_CAMPAIGNS);
  private static final Actor BOB = actor("bob", USE_CAMPAIGNS);
  private static final Actor ADMIN = actor("admin", USE_CAMPAIGNS, ADMINISTER);

  private final Database database = Databases.scratch();
  private final ActiveObjects tables =
      TableSpace.open(
          database,
          Table.NAMESPACE,
          List.of(SequenceRow.class, StepRow.class, VersionRow.class, MailAccountRow.class));
  private final Sql sql = new Sql(new HostTransactions(database));
  private int campaigns = 0;
  private int leads = 0;
  private final Sequences sequences =
      new Sequences(
          new SequenceStore(tables, sql),
          new MailAccountStore(tables, sql),
          new MailTemplates(new TemplateNames(List::of)),
          new Use(),
          new AnySurroundings(),
          InstantSource.fixed(NOW));

  @AfterEach
  void closeTheDatabase() {
    database.close();
  }

  @Test
  void a_sequence_is_made_with_its_steps() {
    Sequence made =
        sequences.create(
            ANN,
            draft(
                null,
                " Winback ",
                List.of(
                    StepDraft.mail(" Hello ", "<p>One</p>", null),
                    step(null, null, "Two", 3, "businessDays", "same"),
                    step(null, "Three", "Three", 0, "minutes", "new"))));

    assertThat(made.name()).isEqualTo("Winback");
    assertThat(made.ownerKey()).isEqualTo("ann");
    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(made.steps())
        .extracting(
            Step::subject, Step::html, Step::text, step -> step.timing().delay(), Step::newThread)
        .containsExactly(
            tuple("Hello", "<p>One</p>", null, Delay.NONE, false),
            tuple(null, null, "Two", new Delay(3, DelayUnit.BUSINESS_DAYS), false),
            tuple("Three", null, "Three", new Delay(0, DelayUnit.MINUTES), true));
    assertThat(sequences.get(BOB, made.id())).isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, text, 1, days, same, subject, drumbeat.step.no-subject",
        "-, -, text, 1, days, new, subject, drumbeat.step.no-subject",
        "-, Hi $nobody, text, 1, days, same, subject, drumbeat.template.unknown-name",
        "-, Hi, $nobody, 1, days, same, text, drumbeat.template.unknown-name",
        "-, Hi, -, 1, days, same, html, drumbeat.step.no-body",
        "-, Hi, '  ', 1, days, same, html, drumbeat.step.no-body",
        "-, Hi, text, -, days, same, delayValue, drumbeat.invalid.required",
        "-, Hi, text, 1, -, same, delayUnit, drumbeat.invalid.required",
        "-, Hi, text, 1, months, same, delayUnit, drumbeat.invalid.word",
        "-, Hi, text, -1, days, same, delayValue, drumbeat.invalid.range",
        "-, Hi, text, 366, days, same, delayValue, drumbeat.invalid.range",
        "-, Hi, text, 525601, minutes, same, delayValue, drumbeat.invalid.range",
        "-, Hi, text, 1, days, other, thread, drumbeat.invalid.word",
        "7, Hi, text, 1, days, same, id, drumbeat.step.not-found"
      })
  void what_is_wrong_with_a_step_is_named(
      @Nullable Long id,
      @Nullable String subject,
      @Nullable String text,
      @Nullable Integer value,
      @Nullable String unit,
      String thread,
      String field,
      String problem) {
    StepDraft step = step(id, subject, text, value, unit, thread);

    assertThat(problems(() -> sequences.create(ANN, draft(null, "Winback", List.of(step)))))
        .containsExactly("steps[0]." + field + " " + problem);
  }

  @Test
  void every_problem_of_a_draft_is_named_at_once() {
    StepDraft call =
        StepDrafts.of(
            null, null, "call", "a\nb", "\0", "x", 1, "days", "event", null, "p".repeat(101));

    assertThat(
            problems(
                () ->
                    sequences.create(
                        ANN,
                        new SequenceDraft(
                            null, "n".repeat(201), "d".repeat(5_001), 7L, List.of(call)))))
        .containsExactly(
            "name drumbeat.invalid.too-long",
            "description drumbeat.invalid.too-long",
            "sendingConfigId drumbeat.account.not-found");
    assertThat(problems(() -> sequences.create(ANN, draft(null, "Winback", List.of(call)))))
        .containsExactly(
            "steps[0].kind drumbeat.invalid.word",
            "steps[0].event drumbeat.invalid.required",
            "steps[0].timeout drumbeat.invalid.required",
            "steps[0].html drumbeat.invalid.control",
            "steps[0].subject drumbeat.invalid.control",
            "steps[0].purpose drumbeat.invalid.too-long");
  }

  @Test
  void a_step_may_have_a_day_of_its_own() {
    StepDraft third = StepDrafts.timed("enrollment", 3, "days", "09:30");

    assertThat(create(List.of(third)).steps().get(0).timing())
        .isEqualTo(new Timing.OnDay(3, LocalTime.of(9, 30)));
  }

  @Test
  void what_is_wrong_with_a_day_is_told_beside_its_field() {
    assertThat(
            problems(
                () ->
                    create(
                        List.of(
                            StepDrafts.timed("enrollment", null, null, null),
                            StepDrafts.timed("enrollment", 0, "weeks", "9 o'clock"),
                            StepDrafts.timed("enrollment", 2, null, "25:00"),
                            StepDrafts.timed("previous", 2, "days", "09:00")))))
        .containsExactly(
            "steps[0].delayValue drumbeat.invalid.required",
            "steps[1].delayUnit drumbeat.invalid.word",
            "steps[1].delayValue drumbeat.invalid.range",
            "steps[2].at drumbeat.invalid.time",
            "steps[3].at drumbeat.step.at-of-delay");
  }

  @Test
  void there_are_limits_to_steps_and_to_the_size_of_one() {
    StepDraft small = StepDraft.mail("Hi", null, "x");
    StepDraft large = StepDraft.mail("Hi", null, "ü".repeat(51_201));

    assertThat(problems(() -> create(Collections.nCopies(101, small))))
        .containsExactly("steps drumbeat.invalid.too-many");
    assertThat(problems(() -> create(List.of(large))))
        .containsExactly("steps[0].text drumbeat.template.too-large");
    Sequence full = create(Collections.nCopies(100, small));
    assertThat(problems(() -> sequences.addStep(ANN, full.id(), small)))
        .containsExactly("steps drumbeat.invalid.too-many");
  }

  @Test
  void a_replaced_sequence_keeps_the_steps_that_are_named() {
    Sequence made = create(List.of(mail("One"), mail("Two"), mail("Three")));
    long second = made.steps().get(1).id();

    Sequence after =
        sequences.replace(
            ANN,
            made.id(),
            draft(
                1, "Other", List.of(mail("New"), step(second, "Two!", "Two!", 1, "days", "same"))));

    assertThat(after.version()).isEqualTo(2);
    assertThat(after.name()).isEqualTo("Other");
    assertThat(after.steps()).extracting(Step::subject).containsExactly("New", "Two!");
    assertThat(after.steps().get(1).id()).isEqualTo(second);
  }

  @Test
  void steps_that_are_left_out_stay() {
    Sequence made = create(List.of(mail("One"), mail("Two")));

    assertThat(sequences.replace(ANN, made.id(), draft(1, "Other", null)).steps())
        .isEqualTo(made.steps());
  }

  @Test
  void nobody_overwrites_what_they_have_not_seen() {
    Sequence made = create(List.of(mail("One")));
    sequences.replace(BOB_AS_ADMIN, made.id(), draft(1, "Theirs", null));

    assertThatThrownBy(() -> sequences.replace(ANN, made.id(), draft(1, "Mine", null)))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> sequences.addStep(ANN, made.id(), at(1, "Mine")))
        .isInstanceOf(Conflict.class);
    assertThat(problems(() -> sequences.replace(ANN, made.id(), draft(null, "Mine", null))))
        .containsExactly("version drumbeat.invalid.required");
    assertThat(sequences.get(ANN, made.id()).name()).isEqualTo("Theirs");
  }

  @Test
  void steps_come_go_and_change_one_by_one() {
    Sequence made = create(List.of(mail("One")));
    Step two = sequences.addStep(ANN, made.id(), mail("Two"));
    Step three = sequences.addStep(ANN, made.id(), at(2, "Three"));

    Step changed = sequences.replaceStep(ANN, made.id(), two.id(), mail("Two!"));
    sequences.deleteStep(ANN, made.id(), made.steps().get(0).id());

    assertThat(changed.id()).isEqualTo(two.id());
    assertThat(sequences.get(ANN, made.id()).steps()).containsExactly(changed, three);
    assertThat(sequences.get(ANN, made.id()).version()).isEqualTo(5);
    assertThatThrownBy(() -> sequences.deleteStep(ANN, made.id(), made.steps().get(0).id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void steps_take_a_new_order_when_each_is_named_once() {
    Sequence made = create(List.of(mail("One"), mail("Two")));
    long one = made.steps().get(0).id();
    long two = made.steps().get(1).id();

    assertThat(sequences.order(ANN, made.id(), List.of(two, one)).steps())
        .extracting(Step::id)
        .containsExactly(two, one);
    for (List<Long> wrong : List.of(List.of(one), List.of(one, one), List.of(one, two, 99L))) {
      assertThat(problems(() -> sequences.order(ANN, made.id(), wrong)))
          .containsExactly("stepIds drumbeat.step.order");
    }
  }

  @Test
  void a_sequence_never_begins_with_an_answer() {
    StepDraft answer = step(null, null, "Still there?", 1, "days", "same");
    Sequence made = create(List.of(mail("One"), answer));
    long one = made.steps().get(0).id();
    long two = made.steps().get(1).id();

    assertThatThrownBy(() -> sequences.deleteStep(ANN, made.id(), one))
        .isInstanceOf(Conflict.class);
    assertThat(problems(() -> sequences.order(ANN, made.id(), List.of(two, one))))
        .containsExactly("stepIds drumbeat.step.first-has-no-subject");
    assertThat(problems(() -> sequences.replaceStep(ANN, made.id(), one, answer)))
        .containsExactly("subject drumbeat.step.no-subject");
  }

  @Test
  void a_sequence_in_use_is_not_deleted() {
    Sequence made = create(List.of(mail("One")));
    campaigns = 1;
    assertThatThrownBy(() -> sequences.delete(ANN, made.id())).isInstanceOf(Conflict.class);
    campaigns = 0;
    leads = 1;
    assertThatThrownBy(() -> sequences.delete(ANN, made.id())).isInstanceOf(Conflict.class);
    leads = 0;

    sequences.delete(ANN, made.id());

    assertThatThrownBy(() -> sequences.get(ANN, made.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void others_read_but_only_the_owner_and_administrators_change() {
    Sequence made = create(List.of(mail("One")));
    long step = made.steps().get(0).id();

    assertThat(sequences.page(BOB, SequenceFilter.ALL, 0, 10)).hasSize(1);
    notAllowed(() -> sequences.replace(BOB, made.id(), draft(1, "Mine", null)));
    notAllowed(() -> sequences.addStep(BOB, made.id(), mail("Two")));
    notAllowed(() -> sequences.replaceStep(BOB, made.id(), step, mail("Two")));
    notAllowed(() -> sequences.deleteStep(BOB, made.id(), step));
    notAllowed(() -> sequences.order(BOB, made.id(), List.of(step)));
    notAllowed(() -> sequences.delete(BOB, made.id()));
    sequences.delete(ADMIN, made.id());
  }

  @Test
  void without_the_right_there_is_nothing_to_see() {
    Actor guest = actor("guest");
    long id = create(List.of(mail("One"))).id();

    notAllowed(() -> sequences.page(guest, SequenceFilter.ALL, 0, 10));
    notAllowed(() -> sequences.count(guest, SequenceFilter.ALL));
    notAllowed(() -> sequences.get(guest, id));
    notAllowed(() -> sequences.create(guest, draft(null, "Mine", null)));
  }

  @Test
  void a_hidden_sequence_exists_for_its_owner_only() {
    Sequence hidden = sequences.createHidden(ANN, draft(null, "News", List.of(mail("One"))));

    assertThat(sequences.get(ANN, hidden.id())).isEqualTo(hidden);
    assertThat(sequences.get(ADMIN, hidden.id())).isEqualTo(hidden);
    assertThat(sequences.count(ANN, SequenceFilter.ALL)).isZero();
    assertThatThrownBy(() -> sequences.get(BOB, hidden.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void a_short_gap_and_a_missing_subject_are_worth_a_warning() {
    Sequence made =
        create(
            List.of(
                mail("One"),
                step(null, "Two", "x", 59, "minutes", "same"),
                step(null, null, "x", 1, "hours", "same"),
                step(null, null, "x", 0, "days", "same")));

    assertThat(SequenceWarnings.of(made))
        .extracting(warning -> warning.key() + warning.arguments())
        .containsExactly(
            "drumbeat.warning.gap[2]",
            "drumbeat.warning.no-subject[3]",
            "drumbeat.warning.gap[4]",
            "drumbeat.warning.no-subject[4]");
  }

  private static final Actor BOB_AS_ADMIN = actor("bob", USE_CAMPAIGNS, ADMINISTER);

  private Sequence create(List<StepDraft> steps) {
    return sequences.create(ANN, draft(null, "Winback", steps));
  }

  private static SequenceDraft draft(
      @Nullable Integer version, String name, @Nullable List<StepDraft> steps) {
    return new SequenceDraft(version, name, null, null, steps);
  }

  private static StepDraft mail(String subject) {
    return StepDraft.mail(subject, null, "text");
  }

  private static StepDraft at(int version, String subject) {
    return StepDrafts.of(
        version, null, "email", subject, null, "text", 1, "days", "previous", "same", null);
  }

  private static StepDraft step(
      @Nullable Long id,
      @Nullable String subject,
      @Nullable String text,
      @Nullable Integer value,
      @Nullable String unit,
      String thread) {
    return StepDrafts.of(null, id, null, subject, null, text, value, unit, null, thread, null);
  }

  private static Actor actor(String key, Right... rights) {
    return new Actor(key, key, Set.of(rights), Locale.ENGLISH, ZoneOffset.UTC);
  }

  private static List<String> problems(ThrowingCallable call) {
    return catchThrowableOfType(InvalidInput.class, call).problems().stream()
        .map(problem -> problem.field() + " " + problem.reason().key())
        .toList();
  }

  private static void notAllowed(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NotAllowed.class);
  }

  private final class Use implements SequenceUse {

    @Override
    public int campaignsUsing(long sequenceId) {
      return campaigns;
    }

    @Override
    public int activeEnrollments(long sequenceId) {
      return leads;
    }

    @Override
    public Map<Long, UseCount> campaignsUsing(Actor reader, Collection<Long> sequenceIds) {
      return Map.of();
    }
  }
}
