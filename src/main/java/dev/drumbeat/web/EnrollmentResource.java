package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentControl;
import dev.drumbeat.enrollment.EnrollmentQuery;
import dev.drumbeat.enrollment.Enrollments;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Runs of leads over REST. */
@Path("enrollments")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class EnrollmentResource {

  private final Actors actors;
  private final Enrollments enrollments;
  private final EnrollmentControl control;
  private final EnrollmentViews views;
  private final Answers answers;

  @Inject
  public EnrollmentResource(
      Actors actors,
      Enrollments enrollments,
      EnrollmentControl control,
      EnrollmentViews views,
      Answers answers) {
    this.actors = actors;
    this.enrollments = enrollments;
    this.control = control;
    this.views = views;
    this.answers = answers;
  }

  /** Those that match all parameters, the newest first. */
  @GET
  public Response list(
      @QueryParam("campaignId") @Nullable String campaignId,
      @QueryParam("issueKey") @Nullable String issueKey,
      @QueryParam("email") @Nullable String email,
      @QueryParam("state") @Nullable String state,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("stepId") @Nullable String stepId,
      @QueryParam("has") @Nullable String has,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    EnrollmentQuery query =
        new EnrollmentQuery(campaignId, issueKey, email, state, reason, stepId, has);
    return answers.ok(views.page(actors.current(), query, Paging.of(startAt, maxResults)));
  }

  /** One with everything that happened in it. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return view(enrollments.get(actors.current(), id));
  }

  /** Lets it wait; the body may say until when. */
  @POST
  @Path("{id}/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response pause(@PathParam("id") long id, InputStream body) {
    PauseRequest request = answers.readOr(body, PauseRequest.OPEN, PauseRequest.class);
    return view(control.pause(actors.current(), id, request.until()));
  }

  /** Lets it go on. */
  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response resume(@PathParam("id") long id) {
    return view(control.resume(actors.current(), id));
  }

  /** Ends it; the body may say why. */
  @POST
  @Path("{id}/finish")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response finish(@PathParam("id") long id, InputStream body) {
    FinishRequest request = answers.readOr(body, FinishRequest.UNSAID, FinishRequest.class);
    return view(control.finish(actors.current(), id, request.reason()));
  }

  /** Leaves out the step that it waits for. */
  @POST
  @Path("{id}/skip")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response skip(@PathParam("id") long id) {
    return view(control.skip(actors.current(), id));
  }

  private Response view(Enrollment run) {
    return answers.ok(views.of(run));
  }

  /** Until when, ISO with offset; null is until it is resumed. */
  record PauseRequest(@Nullable String until) {

    static final PauseRequest OPEN = new PauseRequest(null);
  }

  /** Why it is over; null is by hand. */
  record FinishRequest(@Nullable String reason) {

    static final FinishRequest UNSAID = new FinishRequest(null);
  }
}
