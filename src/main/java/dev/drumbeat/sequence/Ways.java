package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Where the ways of a list of steps lead: forward only, and to steps that are there. */
final class Ways {

  private final List<Step> steps;

  Ways(List<Step> steps) {
    this.steps = steps;
  }

  /** Notes every way that leads nowhere or back; the paths end with a dot or are empty. */
  void check(IntFunction<String> path, Problems problems) {
    for (int at = 0; at < steps.size(); at++) {
      check(path.apply(at), at, problems);
    }
  }

  /** The same for one of them. */
  void check(String path, int at, Problems problems) {
    Flow flow = steps.get(at).flow();
    check(path + "otherwise.stepId", at, flow.otherwise(), problems);
    check(path + "next.stepId", at, flow.next(), problems);
    for (int i = 0; i < flow.branches().size(); i++) {
      check(path + "branches[" + i + "].stepId", at, flow.branches().get(i).go(), problems);
    }
  }

  private void check(String field, int from, Route route, Problems problems) {
    refusal(from, route).ifPresent(why -> problems.add(field, why));
  }

  private Optional<Reason> refusal(int from, Route route) {
    if (!(route instanceof Route.ToStep to)) {
      return Optional.empty();
    }
    int place = place(to);
    if (place < 0) {
      return Optional.of(
          to.stepId() < 0
              ? Reason.of("drumbeat.flow.no-position", Long.toString(-to.stepId()))
              : Reason.of("drumbeat.flow.no-step", Long.toString(to.stepId())));
    }
    return place <= from
        ? Optional.of(Reason.of("drumbeat.flow.backwards", place + 1, from + 1))
        : Optional.empty();
  }

  private int place(Route.ToStep to) {
    if (to.stepId() < 0) {
      return -to.stepId() <= steps.size() ? Math.toIntExact(-to.stepId() - 1) : -1;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id() == to.stepId()) {
        return i;
      }
    }
    return -1;
  }

  /** What a change of the order, or a step that goes, would break: the first, for people. */
  Optional<Reason> broken() {
    return Stream.iterate(0, at -> at < steps.size(), at -> at + 1)
        .flatMap(at -> broken(at).stream())
        .findFirst();
  }

  private Optional<Reason> broken(int at) {
    return steps
        .get(at)
        .flow()
        .routes()
        .flatMap(route -> refusal(at, route).stream())
        .findFirst()
        .map(why -> Reason.of("drumbeat.flow.would-break", at + 1, why));
  }

  /** The places, from 0, of steps that no run ever gets to. */
  BitSet unreached() {
    BitSet reached = new BitSet(steps.size());
    reached.set(0);
    for (int at = 0; at < steps.size(); at++) {
      if (reached.get(at)) {
        reach(at, reached);
      }
    }
    reached.flip(0, steps.size());
    return reached;
  }

  private void reach(int at, BitSet reached) {
    Flow flow = steps.get(at).flow();
    flow.routes()
        .map(route -> route instanceof Route.Onward ? flow.next() : route)
        .forEach(
            route -> {
              int place =
                  route instanceof Route.ToStep to
                      ? place(to)
                      : route instanceof Route.Onward ? at + 1 : -1;
              if (place >= 0 && place < steps.size()) {
                reached.set(place);
              }
            });
  }
}
