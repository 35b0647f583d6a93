package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.enrollment.NewCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Campaigns over REST, as the contract says: what people plan. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class CampaignResource {

  private final Actors actors;
  private final Campaigns campaigns;
  private final NewCampaigns newCampaigns;
  private final CampaignViews views;
  private final Answers answers;

  @Inject
  public CampaignResource(
      Actors actors,
      Campaigns campaigns,
      NewCampaigns newCampaigns,
      CampaignViews views,
      Answers answers) {
    this.actors = actors;
    this.campaigns = campaigns;
    this.newCampaigns = newCampaigns;
    this.views = views;
    this.answers = answers;
  }

  /** Campaigns, the newest first, perhaps only those in one state. */
  @GET
  public Response list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    Problems problems = new Problems();
    CampaignState in = Words.read("state", CampaignState.class, state, problems);
    problems.refuse();
    return answers.ok(
        paging.page(
            campaigns.count(actor, in),
            campaigns.page(actor, in, paging.startAt(), paging.maxResults()).stream()
                .map(c -> CampaignView.of(c, answers))
                .toList()));
  }

  /** Makes a draft; the short form of a broadcast is scheduled with it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(
        actor,
        "campaigns",
        key,
        body,
        in -> created(actor, newCampaigns.create(actor, answers.read(in, CampaignDraft.class))));
  }

  /** One campaign. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    Actor actor = actors.current();
    return answers.ok(views.of(actor, campaigns.get(actor, id)));
  }

  /** Replaces what people set; the body names the version that it was made from. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    CampaignDraft draft = answers.read(body, CampaignDraft.class);
    return answers.ok(views.of(actor, campaigns.replace(actor, id, draft)));
  }

  /** Forgets a draft. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") long id) {
    campaigns.delete(actors.current(), id);
    return Response.noContent().build();
  }

  /** Makes a draft with the same plan; the body may name it. */
  @POST
  @Path("{id}/clone")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response copy(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "campaigns/" + id + "/clone", key, body, in -> copy(actor, id, in));
  }

  private Response copy(Actor actor, long id, InputStream body) {
    CloneRequest request = answers.readOr(body, CloneRequest.UNNAMED, CloneRequest.class);
    String name = campaigns.get(actor, id).plan().name();
    return created(actor, campaigns.copy(actor, id, request.name(name, answers)));
  }

  private Response created(Actor actor, Campaign campaign) {
    CampaignView created = views.of(actor, campaign);
    return answers.created(created.self(), created);
  }
}
