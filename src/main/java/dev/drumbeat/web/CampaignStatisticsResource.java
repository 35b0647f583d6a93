package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.report.Statistics;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The numbers of a campaign over REST. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class CampaignStatisticsResource {

  private final Actors actors;
  private final Statistics statistics;
  private final Answers answers;

  @Inject
  public CampaignStatisticsResource(Actors actors, Statistics statistics, Answers answers) {
    this.actors = actors;
    this.statistics = statistics;
    this.answers = answers;
  }

  /** What it amounts to at this moment, in all and step by step. */
  @GET
  @Path("{id}/statistics")
  public Response get(@PathParam("id") long id) {
    return answers.ok(StatisticsView.of(statistics.get(actors.current(), id), answers));
  }
}
