package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which way a run goes at a step. When it becomes due the branches are looked at in their order,
 * then its own condition: without it, or where it holds, the step happens and the run goes on to
 * {@code next}; else it takes the other way. A step that is left out leads on to {@code next} too,
 * so that branches meet again. Ways lead forward only: no step is sent twice (X1).
 */
public record Flow(
    @Nullable Condition condition, Route otherwise, List<Branch> branches, Route next) {

  /** One step after the other. */
  public static final Flow STRAIGHT = new Flow(null, Route.ONWARD, List.of(), Route.ONWARD);

  public Flow {
    branches = List.copyOf(branches);
  }

  /** Whether anything is to be decided when the step becomes due. */
  public boolean decides() {
    return condition != null || !branches.isEmpty();
  }

  /** Every way that leads on from the step. */
  public Stream<Route> routes() {
    Stream<Route> other = otherwise.equals(Route.ONWARD) ? Stream.empty() : Stream.of(otherwise);
    return Stream.concat(Stream.concat(branches.stream().map(Branch::go), other), Stream.of(next));
  }

  /** Everything that is asked there. */
  public List<Condition> conditions() {
    List<Condition> all = new ArrayList<>(branches.stream().map(Branch::condition).toList());
    if (condition != null) {
      all.add(condition);
    }
    return all;
  }

  /** The same with other ends of its ways. */
  Flow routed(UnaryOperator<Route> to) {
    return new Flow(
        condition,
        to.apply(otherwise),
        branches.stream().map(b -> new Branch(b.condition(), to.apply(b.go()))).toList(),
        to.apply(next));
  }
}
