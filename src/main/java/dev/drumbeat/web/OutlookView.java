package dev.drumbeat.web;

import java.time.Instant;
import java.util.List;

/**
 * When the mails would go out to a lead who enters at that moment, and what their writer may not
 * expect, in the words and the zone of the reader.
 */
public record OutlookView(Instant enrolledAt, String enrolled, String span, List<Mail> steps) {

  /** One mail: when it is due, by which rule, and its warnings. */
  public record Mail(Instant dueAt, String due, String rule, List<String> warnings) {}
}
