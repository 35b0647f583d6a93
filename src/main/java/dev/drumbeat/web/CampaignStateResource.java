package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.Launch;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Starts, stops and ends campaigns over REST. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class CampaignStateResource {

  private final Actors actors;
  private final Launch launch;
  private final CampaignControl control;
  private final CampaignViews views;
  private final Answers answers;

  @Inject
  public CampaignStateResource(
      Actors actors, Launch launch, CampaignControl control, CampaignViews views, Answers answers) {
    this.actors = actors;
    this.launch = launch;
    this.control = control;
    this.views = views;
    this.answers = answers;
  }

  /** Launches a draft: 202 while its audience is admitted, 200 when it waits for its time. */
  @POST
  @Path("{id}/launch")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response launch(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "campaigns/" + id + "/launch", key, body, in -> launched(actor, id));
  }

  private Response launched(Actor actor, long id) {
    Campaign campaign = launch.launch(actor, id);
    CampaignView view = views.of(actor, campaign);
    return campaign.state() == CampaignState.SCHEDULED
        ? answers.ok(view)
        : answers.accepted(view.self(), view);
  }

  /** Writes to nobody until it is resumed. */
  @POST
  @Path("{id}/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response pause(@PathParam("id") long id) {
    Actor actor = actors.current();
    return view(actor, control.pause(actor, id));
  }

  /** Goes on; the body says what becomes of the time in between. */
  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response resume(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    ResumeRequest request = answers.readOr(body, ResumeRequest.USUAL, ResumeRequest.class);
    return view(actor, control.resume(actor, id, request.checked()));
  }

  /** Ends it for good. */
  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response cancel(@PathParam("id") long id) {
    Actor actor = actors.current();
    return view(actor, control.cancel(actor, id));
  }

  /** Puts it out of the way. */
  @POST
  @Path("{id}/archive")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response archive(@PathParam("id") long id) {
    Actor actor = actors.current();
    return view(actor, control.archive(actor, id));
  }

  private Response view(Actor actor, Campaign campaign) {
    return answers.ok(views.of(actor, campaign));
  }
}
