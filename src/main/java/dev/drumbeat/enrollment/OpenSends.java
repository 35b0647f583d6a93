package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes back what has not left of a run that ends or leaves its step out (S6), which a package
 * after this one knows.
 */
@FunctionalInterface
public interface OpenSends {

  /** Nothing is ever sent. */
  OpenSends NONE = (c, enrollmentId, why) -> {};

  /** Cancels in the caller's unit, before the run itself is changed. */
  void cancel(Connection c, long enrollmentId, Reason why) throws SQLException;
}
