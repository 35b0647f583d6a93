package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account did when it was last checked, and how many checks in a row found something wrong.
 */
public record AccountHealth(
    @Nullable Instant checkedAt, ServerState smtp, ServerState imap, int failuresInARow) {

  /** Of an account that nobody has checked yet. */
  public static final AccountHealth UNKNOWN =
      new AccountHealth(null, ServerState.UNCHECKED, ServerState.UNCHECKED, 0);

  /** What one more check makes of it. */
  public AccountHealth after(ServerState smtpNow, ServerState imapNow, Instant now) {
    boolean failed = smtpNow.hasFailed() || imapNow.hasFailed();
    return new AccountHealth(now, smtpNow, imapNow, failed ? failuresInARow + 1 : 0);
  }

  /** Whether mail can go out and be read, as far as anybody knows. */
  public boolean isGood() {
    return smtp.isOk() && imap.isOk();
  }

  /** What one server answered; the reason is there when it failed. */
  public record ServerState(State state, @Nullable Reason reason) {

    public static final ServerState UNCHECKED = new ServerState(State.UNCHECKED, null);
    public static final ServerState OK = new ServerState(State.OK, null);

    /** The server cannot be used, and why. */
    public static ServerState failed(Reason reason) {
      return new ServerState(State.FAILED, reason);
    }

    /** Whether the last check found it in order. */
    public boolean isOk() {
      return state == State.OK;
    }

    /** Whether the last check found something wrong. */
    public boolean hasFailed() {
      return state == State.FAILED;
    }
  }

  /** The three things that can be known about a server. */
  public enum State {
    UNCHECKED,
    OK,
    FAILED
  }
}
