package dev.drumbeat.sequence;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.database.Words;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The steps of a sequence as they were before a change, in their order, with their waits. */
public record EarlierSteps(List<Earlier> steps) {

  public EarlierSteps {
    steps = List.copyOf(steps);
  }

  /** One step as it was. */
  public record Earlier(long id, Timing timing) {}

  static EarlierSteps of(Sequence sequence) {
    return new EarlierSteps(
        sequence.steps().stream().map(step -> new Earlier(step.id(), step.timing())).toList());
  }

  /** Whether leads who wait may be at a wrong step or for too long when the steps become these. */
  boolean movesLeads(List<Step> now) {
    List<Earlier> kept = now.stream().map(step -> new Earlier(step.id(), step.timing())).toList();
    return !steps.isEmpty() && !kept.equals(steps);
  }

  /**
   * The step that a run waits for now which waited for that one (V4): the first in the new order of
   * it and what followed it. In the place of a step that is gone comes what was put there. Empty
   * when nothing is left; the same step when it is not of these.
   */
  public Optional<Long> nextOf(long stepId, Sequence now) {
    int was = ids().indexOf(stepId);
    if (was < 0) {
      return Optional.of(stepId);
    }
    Set<Long> passed = new HashSet<>(ids().subList(0, was));
    List<Long> present = now.steps().stream().map(Step::id).toList();
    Stream<Long> candidates =
        present.contains(stepId)
            ? present.stream().filter(id -> ids().subList(was, ids().size()).contains(id))
            : Stream.concat(
                behind(was, present).filter(id -> !passed.contains(id)),
                present.stream().filter(id -> ids().indexOf(id) > was));
    return candidates.findFirst();
  }

  /** What comes now behind the nearest step that was before that place and is still there. */
  private Stream<Long> behind(int place, List<Long> present) {
    for (int i = place - 1; i >= 0; i--) {
      int at = present.indexOf(ids().get(i));
      if (at >= 0) {
        return present.stream().skip(at + 1L);
      }
    }
    return present.stream();
  }

  /** Whether the step had to wait longer than now. */
  public boolean waitedOtherwise(Step now) {
    return steps.stream().anyMatch(s -> s.id() == now.id() && !s.timing().equals(now.timing()));
  }

  private List<Long> ids() {
    return steps.stream().map(Earlier::id).toList();
  }

  /** As it is kept until all leads are at their places. */
  String text() {
    return steps.stream()
        .map(s -> s.id() + " " + StepText.packed(s.timing()))
        .collect(joining(","));
  }

  static List<EarlierSteps> read(String text) {
    List<EarlierSteps> all = new ArrayList<>();
    for (String one : text.split(";", -1)) {
      all.add(new EarlierSteps(Stream.of(one.split(",", -1)).map(EarlierSteps::readStep).toList()));
    }
    return all;
  }

  private static Earlier readStep(String text) {
    String[] parts = text.split(" ", -1);
    Timing timing =
        parts.length == 2
            ? StepText.unpacked(parts[1])
            : new Timing.After(
                new Delay(Integer.parseInt(parts[1]), Words.of(DelayUnit.class, parts[2])));
    return new Earlier(Long.parseLong(parts[0]), timing);
  }
}
