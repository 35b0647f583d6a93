package dev.drumbeat.sequence;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The methods that a template may call, all of them on text. None makes a text longer than it was,
 * so that nothing can grow without end; none leads to another kind of object.
 */
final class TextMethods {

  /** A method with its arguments as a template gave them. */
  @FunctionalInterface
  interface TextMethod {

    Object call(String text, Object[] arguments);
  }

  private static final Map<String, TextMethod> METHODS =
      Map.ofEntries(
          none("toUpperCase", text -> text.toUpperCase(Locale.ROOT)),
          none("toLowerCase", text -> text.toLowerCase(Locale.ROOT)),
          none("trim", String::strip),
          none("strip", String::strip),
          none("length", String::length),
          none("isEmpty", String::isEmpty),
          none("isBlank", String::isBlank),
          one("contains", String::contains),
          one("startsWith", (text, part) -> text.startsWith(part)),
          one("endsWith", String::endsWith),
          one("equals", (text, other) -> text.equals(other)),
          one("equalsIgnoreCase", String::equalsIgnoreCase),
          one("indexOf", (text, part) -> text.indexOf(part)),
          Map.entry("substring", TextMethods::substring));

  private TextMethods() {}

  static boolean has(String name) {
    return METHODS.containsKey(name);
  }

  /** Calls the method; arguments that do not fit are an {@link IllegalArgumentException}. */
  static Object call(String name, String text, Object[] arguments) {
    return Objects.requireNonNull(METHODS.get(name)).call(text, arguments);
  }

  private static Map.Entry<String, TextMethod> none(String name, Function<String, Object> method) {
    return Map.entry(
        name,
        (text, arguments) -> {
          count(name, arguments, 0);
          return method.apply(text);
        });
  }

  private static Map.Entry<String, TextMethod> one(
      String name, BiFunction<String, String, Object> method) {
    return Map.entry(
        name,
        (text, arguments) -> {
          count(name, arguments, 1);
          return method.apply(text, text(name, arguments[0]));
        });
  }

  /** Takes what there is of a text that is too short. */
  private static Object substring(String text, Object[] arguments) {
    if (arguments.length == 1) {
      return text.substring(within(text, arguments[0]));
    }
    count("substring", arguments, 2);
    int from = within(text, arguments[0]);
    return text.substring(from, Math.max(from, within(text, arguments[1])));
  }

  private static int within(String text, Object index) {
    if (index instanceof Integer number) {
      return Math.min(Math.max(number, 0), text.length());
    }
    throw misfit("substring");
  }

  private static String text(String name, Object argument) {
    if (argument instanceof String text) {
      return text;
    }
    throw misfit(name);
  }

  private static void count(String name, Object[] arguments, int wanted) {
    if (arguments.length != wanted) {
      throw misfit(name);
    }
  }

  private static IllegalArgumentException misfit(String name) {
    return new IllegalArgumentException("arguments of " + name);
  }
}
