package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Keeps a reason in a column, so that each reader gets it in their own language. */
public final class ReasonText {

  private static final String BETWEEN = "\n";

  private ReasonText() {}

  /** The key and the arguments, one a line. */
  public static String write(Reason reason) {
    StringBuilder text = new StringBuilder(reason.key());
    for (Serializable argument : reason.arguments()) {
      text.append(BETWEEN).append(argument.toString().replaceAll("\\p{Cntrl}+", " "));
    }
    return text.toString();
  }

  /** What was written; the arguments are texts now. */
  public static Reason read(String text) {
    List<String> parts = Arrays.asList(text.split(BETWEEN, -1));
    return new Reason(parts.get(0), List.copyOf(parts.subList(1, parts.size())));
  }
}
