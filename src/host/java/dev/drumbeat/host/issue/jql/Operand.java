package dev.drumbeat.host.issue.jql;

import java.util.List;

/** What stands on the right of an operator. */
public sealed interface Operand {

  /** A word or a quoted text. */
  record Value(String text) implements Operand {}

  /** A function such as {@code currentUser()}. */
  record Call(String name, List<String> arguments) implements Operand {}

  /** {@code EMPTY}: no value at all. */
  record Empty() implements Operand {}
}
