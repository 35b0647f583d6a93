package dev.drumbeat.web;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentQuery;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.SendStore;
import java.util.List;

/** Prints runs: one with its sends and events, or a page of them. */
public final class EnrollmentViews {

  private static final int MOST_EVENTS = 1_000;

  private final Enrollments enrollments;
  private final SendStore sends;
  private final Answers answers;

  public EnrollmentViews(Enrollments enrollments, SendStore sends, Answers answers) {
    this.enrollments = enrollments;
    this.sends = sends;
    this.answers = answers;
  }

  EnrollmentView of(Enrollment run) {
    List<SendView> sent =
        sends.ofEnrollment(run.id()).stream().map(send -> SendView.of(send, answers)).toList();
    return EnrollmentView.of(run, sent, all(enrollments.events(run, 0, MOST_EVENTS)), answers);
  }

  private List<EventView> all(List<Event> events) {
    return events.stream().map(event -> EventView.of(event, answers)).toList();
  }

  Paging.Page<EnrollmentView> page(Actor actor, EnrollmentQuery query, Paging paging) {
    EnrollmentFilter filter = enrollments.filter(actor, query);
    return paging.page(
        enrollments.count(filter),
        enrollments.page(filter, paging.startAt(), paging.maxResults()).stream()
            .map(run -> EnrollmentView.of(run, answers))
            .toList());
  }

  Paging.Page<EventView> eventsOfCampaign(Actor actor, long campaignId, Paging paging) {
    return paging.page(
        enrollments.countEventsOfCampaign(actor, campaignId),
        all(
            enrollments.eventsOfCampaign(
                actor, campaignId, paging.startAt(), paging.maxResults())));
  }
}
