package dev.drumbeat.web;

import dev.drumbeat.request.Problems;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted. */
record Paging(int startAt, int maxResults) {

  private static final int USUAL = 50;
  private static final int MOST = 1000;

  /** Reads the two parameters; more than the most is cut to it. */
  static Paging of(@Nullable String startAt, @Nullable String maxResults) {
    Problems problems = new Problems();
    int start = number("startAt", startAt, 0, 0, problems);
    int max = number("maxResults", maxResults, USUAL, 1, problems);
    problems.refuse();
    return new Paging(start, Math.min(max, MOST));
  }

  private static int number(
      String name, @Nullable String text, int usual, int least, Problems problems) {
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      problems.add(name, "drumbeat.invalid.at-least", least);
    }
    problems.add(name, "drumbeat.invalid.at-least", least);
    return usual;
  }

  /** One page of values, with what a client needs to ask for the next. */
  <T> Page<T> page(int total, List<T> values) {
    return new Page<>(startAt, maxResults, total, (long) startAt + values.size() >= total, values);
  }

  /** The page of a list that is there as a whole. */
  <T> Page<T> cut(List<T> all) {
    int from = Math.min(startAt, all.size());
    int to = (int) Math.min((long) from + maxResults, all.size());
    return page(all.size(), all.subList(from, to));
  }

  /** The contract's page. */
  record Page<T>(int startAt, int maxResults, int total, boolean isLast, List<T> values) {

    /** The same page with each value turned into something else. */
    <R> Page<R> map(Function<? super T, R> to) {
      return new Page<>(startAt, maxResults, total, isLast, values.stream().<R>map(to).toList());
    }
  }
}
