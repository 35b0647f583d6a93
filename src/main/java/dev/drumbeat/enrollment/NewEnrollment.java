package dev.drumbeat.enrollment;

import java.util.Map;

/** A lead who is about to be admitted, in state {@code PENDING}. */
public record NewEnrollment(
    long campaignId,
    long sequenceId,
    int run,
    Lead lead,
    Place place,
    Map<String, String> variables) {

  /** What makes two active runs of one lead impossible (E4). */
  String activeKey() {
    return "a." + campaignId + "." + lead.addressKey();
  }
}
