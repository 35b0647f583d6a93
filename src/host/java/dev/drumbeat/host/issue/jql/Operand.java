package dev.drumbeat.host.issue.jql;

import java.util.List;

/** What stands on the right of an operator. */
public sealed interface Operand {

  /** As it stands in the query, without quotation marks and arguments. */
  String text();

  /** A word or a quoted text. */
  record Value(String text) implements Operand {}

  /** A function such as {@code currentUser()}. */
  record Call(String name, List<String> arguments) implements Operand {

    @Override
    public String text() {
      return name + "()";
    }
  }

  /** {@code EMPTY}: no value at all. */
  record Empty() implements Operand {

    @Override
    public String text() {
      return "EMPTY";
    }
  }
}
