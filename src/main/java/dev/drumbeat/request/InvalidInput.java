package dev.drumbeat.request;

import java.io.Serializable;
import java.util.List;

/** The input is wrong: every problem that was found, not only the first. */
public final class InvalidInput extends Refusal {

  private static final long serialVersionUID = 1;

  private final List<Problem> problems;

  public InvalidInput(List<Problem> problems) {
    super(Reason.of("drumbeat.refused.invalid"));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong with one field. */
  public static InvalidInput at(String field, Reason reason) {
    return new InvalidInput(List.of(new Problem(field, reason)));
  }

  /** What is wrong with the input as a whole. */
  public static InvalidInput because(Reason reason) {
    return new InvalidInput(List.of(new Problem("", reason)));
  }

  /** In the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  /** One problem; the field is a path such as {@code smtp.port}, empty for the input as a whole. */
  public record Problem(String field, Reason reason) implements Serializable {}
}
