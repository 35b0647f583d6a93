package dev.drumbeat.host.issue;

import dev.drumbeat.host.issue.jql.JqlException;
import dev.drumbeat.host.issue.jql.Operand;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Turns an operand into what the database holds. */
@FunctionalInterface
interface ValueReader {

  /**
   * Reads an operand that is not EMPTY.
   *
   * @return null for a function that stands for nobody
   * @throws JqlException when the operand makes no sense for the field
   */
  Object read(String field, Operand operand, Searcher searcher);

  /** Any text. */
  static ValueReader text() {
    return (field, operand, searcher) -> plain(field, operand);
  }

  /** A number. */
  static ValueReader number() {
    return (field, operand, searcher) -> {
      String text = plain(field, operand);
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException e) {
        throw new JqlException(
            "The value '" + text + "' of the field '" + field + "' is no number.");
      }
    };
  }

  /** One of the values that exist. */
  static ValueReader known(Function<String, Optional<String>> find) {
    return known((text, searcher) -> find.apply(text));
  }

  /** One of the values that exist for the searcher. */
  static ValueReader known(BiFunction<String, Searcher, Optional<String>> find) {
    return (field, operand, searcher) -> {
      String text = plain(field, operand);
      return find.apply(text, searcher)
          .orElseThrow(
              () ->
                  new JqlException(
                      "The value '%s' does not exist for the field '%s'.".formatted(text, field)));
    };
  }

  /** The key of a user, given by name or key or {@code currentUser()}. */
  static ValueReader user(Users users) {
    ValueReader named =
        known(
            text ->
                Optional.ofNullable(users.getUserByName(text))
                    .or(() -> Optional.ofNullable(users.getUserByKey(text)))
                    .map(HostUser::key));
    return (field, operand, searcher) -> {
      if (isCall(operand, "currentUser")) {
        return searcher.user() == null ? null : searcher.user().getKey();
      }
      return named.read(field, operand, searcher);
    };
  }

  /** A moment, in the searcher's zone. */
  static ValueReader moment() {
    return (field, operand, searcher) ->
        IssueWriter.utc(
            isCall(operand, "now")
                ? searcher.now()
                : SearchDate.moment(field, plain(field, operand), searcher));
  }

  /** A day, as the searcher's calendar has it. */
  static ValueReader day() {
    return (field, operand, searcher) ->
        (isCall(operand, "now")
                ? searcher.now()
                : SearchDate.moment(field, plain(field, operand), searcher))
            .atZone(searcher.zone())
            .toLocalDate();
  }

  private static boolean isCall(Operand operand, String function) {
    return operand instanceof Operand.Call call
        && call.name().equalsIgnoreCase(function)
        && call.arguments().isEmpty();
  }

  private static String plain(String field, Operand operand) {
    if (operand instanceof Operand.Value value) {
      return value.text();
    }
    throw new JqlException(
        "The function '%s' does not exist for the field '%s'.".formatted(operand.text(), field));
  }
}
