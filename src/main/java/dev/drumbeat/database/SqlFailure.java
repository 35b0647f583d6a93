package dev.drumbeat.database;

import java.sql.SQLException;

/** The database refused a unit of work; nothing of it remains. */
public final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean duplicate;

  SqlFailure(SQLException cause) {
    super(cause);
    String state = cause.getSQLState();
    duplicate = state != null && state.startsWith("23");
  }

  /** Whether a constraint was broken, which is what a second row of the same key does. */
  public boolean isDuplicate() {
    return duplicate;
  }
}
