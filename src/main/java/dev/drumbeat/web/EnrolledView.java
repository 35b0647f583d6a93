package dev.drumbeat.web;

import dev.drumbeat.enrollment.Enrolled;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.LeftOutReason;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of many leads who were to be enrolled. */
record EnrolledView(int enrolled, int refused, List<Item> values) {

  static EnrolledView of(List<Enrolled> outcome, Answers answers) {
    int enrolled = Math.toIntExact(outcome.stream().filter(one -> one.run() != null).count());
    return new EnrolledView(
        enrolled,
        outcome.size() - enrolled,
        outcome.stream().map(one -> Item.of(one, answers)).toList());
  }

  /** One of them: a run, or why not. */
  record Item(
      @Nullable String issueKey,
      @Nullable String email,
      boolean enrolled,
      @Nullable Long enrollmentId,
      @Nullable URI self,
      @Nullable String reason,
      @Nullable String detail) {

    private static Item of(Enrolled one, Answers answers) {
      Enrollment run = one.run();
      LeftOutReason why = one.why();
      return new Item(
          one.issueKey(),
          one.address(),
          run != null,
          run == null ? null : run.id(),
          run == null ? null : answers.link("enrollments/" + run.id()),
          why == null ? null : why.word(),
          run != null ? null : answers.text(one.because()));
    }
  }
}
