package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.AudienceFilter;
import dev.drumbeat.enrollment.AudienceReports;
import dev.drumbeat.enrollment.EnrollmentQuery;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Whom a campaign writes to and what became of them, over REST. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class CampaignPeopleResource {

  private final Actors actors;
  private final AudienceReports audiences;
  private final EnrollmentViews enrollments;
  private final Answers answers;

  @Inject
  public CampaignPeopleResource(
      Actors actors, AudienceReports audiences, EnrollmentViews enrollments, Answers answers) {
    this.actors = actors;
    this.audiences = audiences;
    this.enrollments = enrollments;
    this.answers = answers;
  }

  /** Who is in, who is out and why; before the launch what it would do. */
  @GET
  @Path("{id}/audience")
  public Response audience(
      @PathParam("id") long id,
      @QueryParam("included") @Nullable String included,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    AudienceFilter filter = filter(included, reason);
    return answers.ok(
        AudienceView.of(
            audiences.get(actor, id, filter, paging.startAt(), paging.maxResults()),
            paging,
            answers));
  }

  private static AudienceFilter filter(@Nullable String included, @Nullable String reason) {
    Problems problems = new Problems();
    if (included != null && !included.equals("true") && !included.equals("false")) {
      problems.add("included", "drumbeat.json.expected-boolean");
    }
    LeftOutReason why = Words.read("reason", LeftOutReason.class, reason, problems);
    problems.refuse();
    return new AudienceFilter(included == null ? null : Boolean.valueOf(included), why);
  }

  /** The runs of its leads, the newest first. */
  @GET
  @Path("{id}/enrollments")
  public Response enrollments(
      @PathParam("id") long id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    EnrollmentQuery query = EnrollmentQuery.ofCampaign(id, state, reason);
    return answers.ok(enrollments.page(actors.current(), query, Paging.of(startAt, maxResults)));
  }

  /** What happened in it, in the order in which it happened. */
  @GET
  @Path("{id}/events")
  public Response events(
      @PathParam("id") long id,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    return answers.ok(enrollments.eventsOfCampaign(actor, id, paging));
  }
}
