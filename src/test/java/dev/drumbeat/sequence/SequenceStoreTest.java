package dev.drumbeat.sequence;

import static dev.drumbeat.sequence.StepFixture.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import java.time.Instant;
import java.util.List;
import net.java.ao.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SequenceStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final Database database = Databases.scratch();
  private final ActiveObjects tables =
      TableSpace.open(
          database, Table.NAMESPACE, List.of(SequenceRow.class, StepRow.class, VersionRow.class));
  private final SequenceStore store =
      new SequenceStore(tables, new Sql(new HostTransactions(database)));

  @AfterEach
  void closeTheDatabase() {
    database.close();
  }

  @Test
  void a_sequence_is_read_back_as_it_was_stored() {
    String large = "<p>ü</p>".repeat(10_000);
    SequenceContent content =
        new SequenceContent("Winback", "For old friends", 7L, List.of())
            .with(
                List.of(aStep().html(large).inNewThread().build(), aStep().subject(null).build()));

    Sequence read = find(store.insert(content, "ann", true, NOW));

    List<Step> steps = read.steps();
    assertThat(read)
        .isEqualTo(
            new Sequence(
                read.id(),
                1,
                "Winback",
                "For old friends",
                "ann",
                7L,
                true,
                false,
                0,
                NOW,
                NOW,
                steps));
    assertThat(steps)
        .containsExactly(
            aStep().html(large).inNewThread().stored(steps.get(0).id(), 1).build(),
            aStep().subject(null).stored(steps.get(1).id(), 2).build());
  }

  @Test
  void a_changed_step_keeps_its_id_and_its_place() {
    Sequence read = stored("Winback", aStep().build(), aStep().build());
    Step second = read.steps().get(1);
    Step changed = aStep().text("Still there?").stored(second.id(), second.position()).build();

    assertThat(store.replace(read, with(read, read.steps().get(0), changed), LATER)).isTrue();

    Sequence after = find(read.id());
    assertThat(after.steps()).containsExactly(read.steps().get(0), changed);
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.updatedAt()).isEqualTo(LATER);
    assertThat(after.createdAt()).isEqualTo(NOW);
  }

  @Test
  void a_step_taken_out_leaves_the_places_of_the_others() {
    Sequence read = stored("Winback", aStep().build(), aStep().build(), aStep().build());

    store.replace(read, with(read, read.steps().get(0), read.steps().get(2)), LATER);

    assertThat(find(read.id()).steps()).extracting(Step::position).containsExactly(1, 3);
    assertThat(find(read.id()).steps()).doesNotContain(read.steps().get(1));
  }

  @Test
  void a_step_put_between_two_moves_only_those_behind_it() {
    Sequence read = stored("Winback", aStep().build(), aStep().build());
    Step first = read.steps().get(0);
    Step second = read.steps().get(1);

    store.replace(read, with(read, first, aStep().subject("Between").build(), second), LATER);

    assertThat(find(read.id()).steps())
        .extracting(Step::subject)
        .containsExactly("Hello", "Between", "Hello");
    assertThat(find(read.id()).step(first.id())).contains(first);
    assertThat(find(read.id()).step(second.id())).contains(second.at(3));
  }

  @Test
  void a_change_of_an_older_version_changes_nothing() {
    Sequence read = stored("Winback", aStep().build());
    store.replace(read, new SequenceContent("Mine", null, null, read.steps()), LATER);

    assertThat(store.replace(read, new SequenceContent("Yours", null, null, List.of()), LATER))
        .isFalse();
    assertThat(store.delete(read)).isFalse();

    assertThat(find(read.id()).name()).isEqualTo("Mine");
    assertThat(find(read.id()).steps()).hasSize(1);
  }

  @Test
  void lists_are_by_name_count_steps_and_leave_out_the_hidden() {
    stored("beta", aStep().build(), aStep().build());
    stored("Alpha");
    stored("gamma");
    store.insert(new SequenceContent("delta", null, null, List.of()), "ann", true, NOW);

    assertThat(store.page(SequenceFilter.ALL, 0, 2))
        .extracting(SequenceSummary::name)
        .containsExactly("Alpha", "beta");
    assertThat(store.page(SequenceFilter.ALL, 2, 2))
        .extracting(SequenceSummary::name)
        .containsExactly("gamma");
    assertThat(store.page(SequenceFilter.ALL, 0, 9))
        .extracting(SequenceSummary::stepCount)
        .containsExactly(0, 2, 0);
    assertThat(store.count(SequenceFilter.ALL)).isEqualTo(3);
  }

  @Test
  void a_deleted_sequence_takes_its_steps_along() {
    Sequence kept = stored("Kept", aStep().build());
    Sequence gone = stored("Gone", aStep().build());

    assertThat(store.delete(gone)).isTrue();

    assertThat(store.find(gone.id())).isEmpty();
    assertThat(tables.count(StepRow.class, Query.select())).isEqualTo(1);
    assertThat(find(kept.id())).isEqualTo(kept);
  }

  private Sequence stored(String name, Step... steps) {
    SequenceContent content = new SequenceContent(name, null, null, List.of()).with(List.of(steps));
    return find(store.insert(content, "ann", false, NOW));
  }

  private Sequence find(long id) {
    return store.find(id).orElseThrow();
  }

  private static SequenceContent with(Sequence sequence, Step... steps) {
    return SequenceContent.of(sequence).with(List.of(steps));
  }
}
