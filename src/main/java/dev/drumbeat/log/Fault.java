package dev.drumbeat.log;

import dev.drumbeat.request.Refusal;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was thrown, for the log: its type, its stack and its causes, but of what it says
 * only what cannot come from people. Mail servers repeat addresses, databases repeat values, and
 * parsers repeat what they could not read.
 */
public final class Fault extends Exception {

  private static final long serialVersionUID = 1;

  /** What these say they say of the program. */
  private static final List<String> TALK_OF_THEMSELVES =
      List.of("java.", "javax.", "dev.drumbeat.");

  private static final int DEEPEST = 8;

  private Fault(Throwable thrown, @Nullable Fault cause) {
    super(line(thrown), cause);
    setStackTrace(thrown.getStackTrace());
  }

  /** What the log may keep of it. */
  public static Fault of(Throwable thrown) {
    return of(thrown, DEEPEST);
  }

  private static Fault of(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    return new Fault(thrown, cause == null || depth == 0 ? null : of(cause, depth - 1));
  }

  /** The same in one line, for what is no news to a programmer. */
  public static String line(Throwable thrown) {
    String type = thrown.getClass().getName();
    if (thrown instanceof Refusal refusal) {
      return type + ": " + Why.of(refusal.reason());
    }
    if (thrown instanceof SQLException sql) {
      return "%s: SQL state %s, code %d".formatted(type, sql.getSQLState(), sql.getErrorCode());
    }
    String message = thrown.getMessage();
    boolean harmless = TALK_OF_THEMSELVES.stream().anyMatch(type::startsWith);
    return message == null || !harmless || isRepeated(message, thrown.getCause())
        ? type
        : type + ": " + Plain.text(message);
  }

  /** What only wraps another fault says its words, which have their own line. */
  private static boolean isRepeated(String message, @Nullable Throwable cause) {
    return cause != null && message.contains(String.valueOf(cause.getMessage()));
  }
}
