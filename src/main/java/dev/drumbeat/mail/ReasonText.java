package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Keeps a reason in a column, so that each reader gets it in their own language. */
public final class ReasonText {

  /** What stands between the parts of a reason, of one inside it, and so on. */
  private static final List<String> BETWEEN =
      List.of("\n", "\u001e", "\u001f", "\u001d", "\u001c", "\u001a");

  /** What a reason inside another one begins with. */
  private static final String INNER = "\u0001";

  private ReasonText() {}

  /** The key and the arguments, one a line; a reason among them keeps its own. */
  public static String write(Reason reason) {
    return write(reason, 0);
  }

  private static String write(Reason reason, int depth) {
    StringBuilder text = new StringBuilder(reason.key());
    for (Serializable argument : reason.arguments()) {
      text.append(BETWEEN.get(depth));
      text.append(
          argument instanceof Reason inner
              ? INNER + write(inner, depth + 1)
              : argument.toString().replaceAll("\\p{Cntrl}+", " "));
    }
    return text.toString();
  }

  /** What was written; the arguments are texts now, but for reasons. */
  public static Reason read(String text) {
    return read(text, 0);
  }

  private static Reason read(String text, int depth) {
    String[] parts = text.split(BETWEEN.get(depth), -1);
    List<Serializable> arguments = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      arguments.add(
          parts[i].startsWith(INNER)
              ? read(parts[i].substring(INNER.length()), depth + 1)
              : parts[i]);
    }
    return new Reason(parts[0], arguments);
  }
}
