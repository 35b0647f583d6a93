package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepDrafts.branch;
import static dev.drumbeat.sequence.StepDrafts.field;
import static dev.drumbeat.sequence.StepDrafts.flowing;
import static dev.drumbeat.sequence.StepDrafts.go;
import static dev.drumbeat.sequence.StepDrafts.jql;
import static dev.drumbeat.sequence.StepDrafts.not;
import static dev.drumbeat.sequence.StepDrafts.replied;
import static dev.drumbeat.sequence.StepDrafts.toCampaign;
import static dev.drumbeat.sequence.StepDrafts.toPosition;
import static dev.drumbeat.sequence.StepDrafts.toStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be asked at a step and where ways may lead, told beside the field that says it. */
class FlowsTest {

  private static final Actor ANN =
      new Actor("ann", "Ann", EnumSet.of(Right.USE_CAMPAIGNS), Locale.ENGLISH, ZoneOffset.UTC);

  private final Database database = Databases.scratch();
  private final ActiveObjects tables =
      TableSpace.open(
          database,
          Table.NAMESPACE,
          List.of(SequenceRow.class, StepRow.class, MailAccountRow.class));
  private final Sql sql = new Sql(new HostTransactions(database));
  private final Sequences sequences =
      new Sequences(
          new SequenceStore(tables, sql),
          new MailAccountStore(tables, sql),
          new MailTemplates(new TemplateNames(List::of)),
          new Unused(),
          new AnySurroundings(),
          InstantSource.fixed(Instant.parse("2026-06-01T10:00:00Z")));

  @AfterEach
  void closeTheDatabase() {
    database.close();
  }

  private static StepDraft mail() {
    return StepDraft.mail("Hello", null, "How are you?");
  }

  private static StepDraft asking(ConditionDraft condition) {
    return flowing(mail(), condition, null, null, null);
  }

  private Sequence create(StepDraft... steps) {
    return sequences.create(
        ANN, new SequenceDraft(null, "Winback " + Math.random(), null, null, List.of(steps)));
  }

  private List<String> problems(StepDraft... steps) {
    try {
      create(steps);
      return List.of();
    } catch (InvalidInput e) {
      return e.problems().stream().map(p -> p.field() + " " + p.reason().key()).toList();
    }
  }

  @Test
  void a_new_sequence_names_steps_by_their_position_and_keeps_their_ids() {
    Sequence made =
        create(
            flowing(
                mail(),
                not(jql("status = Done")),
                toPosition(3),
                List.of(branch(replied("outOfOffice"), go("end"))),
                toCampaign(7)),
            flowing(mail(), field("status", "is", "Done"), go("skip"), null, toPosition(4)),
            mail(),
            mail());

    List<Step> steps = made.steps();
    assertThat(steps.get(0).flow())
        .isEqualTo(
            new Flow(
                new Condition.Jql("status = Done", true),
                new Route.ToStep(steps.get(2).id()),
                List.of(
                    new Branch(
                        new Condition.Replied(ReplyClass.OUT_OF_OFFICE, false), new Route.End())),
                new Route.ToCampaign(7)));
    assertThat(steps.get(1).flow().next()).isEqualTo(new Route.ToStep(steps.get(3).id()));
    assertThat(steps.get(2).flow()).isEqualTo(Flow.STRAIGHT);
  }

  @Test
  void what_is_printed_of_a_step_can_be_sent_back() {
    Step step =
        create(
                flowing(
                    mail(),
                    field("status", "isEmpty", null),
                    toPosition(2),
                    List.of(branch(not(replied(null)), toCampaign(7))),
                    go("end")),
                mail())
            .steps()
            .get(0);

    FlowText text = FlowText.of(step.flow());
    StepDraft again =
        flowing(mail(), text.condition(), text.otherwise(), text.branches(), text.next());
    long sequence = sequences.page(ANN, SequenceFilter.ALL, 0, 1).get(0).id();

    assertThat(sequences.replaceStep(ANN, sequence, step.id(), again)).isEqualTo(step);
  }

  @Test
  void what_cannot_be_asked_is_told_beside_its_field() {
    assertThat(
            problems(
                asking(new ConditionDraft(null, null, null, null, null, null, null, null, null)),
                asking(new ConditionDraft("sun", null, null, null, null, null, null, null, null)),
                asking(
                    new ConditionDraft("clicked", null, null, null, null, null, null, null, null)),
                asking(
                    new ConditionDraft("opened", null, null, null, null, null, null, null, null)),
                asking(replied("happy")),
                asking(jql("status")),
                asking(field("phase", "is", "3")),
                asking(field("status", "is", null)),
                asking(field("status", "rhymes", "3"))))
        .containsExactly(
            "steps[0].condition.type drumbeat.invalid.required",
            "steps[1].condition.type drumbeat.invalid.word",
            "steps[2].condition.type drumbeat.condition.no-clicks",
            "steps[3].condition.type drumbeat.condition.no-opens",
            "steps[4].condition.class drumbeat.invalid.word",
            "steps[5].condition.jql no query",
            "steps[6].condition.field drumbeat.condition.no-field",
            "steps[7].condition.value drumbeat.invalid.required",
            "steps[8].condition.operator drumbeat.invalid.word");
  }

  @Test
  void ways_lead_forward_to_steps_and_campaigns_that_are_there() {
    assertThat(
            problems(
                flowing(mail(), jql("a = b"), toPosition(9), null, toStep(404)),
                flowing(mail(), null, go("end"), null, toPosition(1)),
                flowing(mail(), null, null, null, toPosition(3)),
                flowing(mail(), null, null, null, toCampaign(8)),
                flowing(mail(), null, null, null, new RouteDraft("step", 1L, 2, null)),
                flowing(mail(), null, null, List.of(branch(jql("a = b"), toPosition(2))), null)))
        .containsExactlyInAnyOrder(
            "steps[0].otherwise.stepId drumbeat.flow.no-position",
            "steps[0].next.stepId drumbeat.flow.no-step",
            "steps[1].otherwise drumbeat.flow.no-condition",
            "steps[1].next.stepId drumbeat.flow.backwards",
            "steps[2].next.stepId drumbeat.flow.backwards",
            "steps[3].next.campaignId no campaign",
            "steps[4].next.stepId drumbeat.flow.which-step",
            "steps[5].branches[0].stepId drumbeat.flow.backwards");
  }

  @Test
  void a_number_below_one_is_no_step() {
    assertThat(
            problems(
                flowing(mail(), null, null, null, toStep(-2)),
                flowing(mail(), null, null, null, toPosition(-3)),
                flowing(mail(), null, null, null, toPosition(0))))
        .containsExactlyInAnyOrder(
            "steps[0].next.stepId drumbeat.flow.no-step",
            "steps[1].next.position drumbeat.flow.no-position",
            "steps[2].next.position drumbeat.flow.no-position");
  }

  @Test
  void a_step_to_which_a_way_leads_stays_and_stays_behind() {
    Sequence made = create(flowing(mail(), null, null, null, toPosition(3)), mail(), mail());
    List<Long> ids = made.steps().stream().map(Step::id).toList();

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> sequences.deleteStep(ANN, made.id(), ids.get(2)))
        .satisfies(e -> assertThat(e.reason().key()).isEqualTo("drumbeat.flow.would-break"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> sequences.order(ANN, made.id(), List.of(ids.get(2), ids.get(0), ids.get(1))));
    sequences.deleteStep(ANN, made.id(), ids.get(1));
    assertThat(sequences.get(ANN, made.id()).steps()).hasSize(2);
  }

  @Test
  void a_step_that_nobody_gets_to_is_warned_of() {
    Sequence made =
        create(flowing(mail(), null, null, null, toPosition(3)), mail(), mail(), mail());

    assertThat(SequenceWarnings.of(made))
        .extracting(Reason::key)
        .contains("drumbeat.warning.unreached");
    assertThat(SequenceWarnings.of(made, made.steps().get(2)))
        .extracting(Reason::key)
        .doesNotContain("drumbeat.warning.unreached");
  }

  @Test
  void a_task_says_what_is_to_be_done_by_whom() {
    Sequence made =
        create(
            StepDrafts.task("Call ${lead.email}", "enrollment", 1, "days", "ann", "SALES", false),
            mail());

    assertThat(made.steps().get(0).task())
        .isEqualTo(
            new Task("Call ${lead.email}", "Ask ${lead.email}.", null, "ann", "SALES", false));
    assertThat(made.steps().get(0).mail()).isEqualTo(Mail.NONE);
  }

  @Test
  void what_is_wrong_with_a_task_is_told_beside_its_field() {
    StepDraft both =
        StepDrafts.of(
            Map.of(
                "kind",
                "task",
                "subject",
                "Hello",
                "text",
                "text",
                "summary",
                "${lead.shoe}",
                "assignee",
                "bob",
                "project",
                "HIDDEN"));
    StepDraft mailWithSummary =
        StepDrafts.of(Map.of("subject", "Hello", "text", "text", "summary", "Call", "hold", true));

    assertThat(problems(both, mailWithSummary))
        .containsExactlyInAnyOrder(
            "steps[0].subject drumbeat.step.only-of-mail",
            "steps[0].text drumbeat.step.only-of-mail",
            "steps[0].summary drumbeat.template.unknown-name",
            "steps[0].assignee drumbeat.task.no-user",
            "steps[0].project drumbeat.task.unknown-project",
            "steps[1].summary drumbeat.step.only-of-task",
            "steps[1].hold drumbeat.step.only-of-task");
  }

  @Test
  void the_first_mail_needs_a_subject_also_behind_a_task() {
    StepDraft task = StepDrafts.task("Call", "previous", 0, "minutes", null, null, true);

    assertThat(problems(task, StepDraft.mail(null, null, "text")))
        .containsExactly("steps[1].subject drumbeat.step.no-subject");
  }

  @Test
  void there_are_at_most_a_hundred_steps() {
    StepDraft[] many = new StepDraft[500];
    Arrays.fill(many, mail());

    assertThat(problems(many)).containsExactly("steps drumbeat.invalid.too-many");
  }

  private static final class Unused implements SequenceUse {

    @Override
    public int campaignsUsing(long sequenceId) {
      return 0;
    }

    @Override
    public int activeEnrollments(long sequenceId) {
      return 0;
    }

    @Override
    public Map<Long, UseCount> campaignsUsing(
        @Nullable Actor reader, Collection<Long> sequenceIds) {
      return Map.of();
    }
  }
}
