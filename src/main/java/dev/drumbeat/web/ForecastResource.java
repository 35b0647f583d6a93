package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.report.Forecasts;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a campaign would do, over REST. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class ForecastResource {

  private final Actors actors;
  private final Forecasts forecasts;
  private final Answers answers;

  @Inject
  public ForecastResource(Actors actors, Forecasts forecasts, Answers answers) {
    this.actors = actors;
    this.forecasts = forecasts;
    this.answers = answers;
  }

  /** The forecast of a campaign that was not launched yet. */
  @GET
  @Path("{id}/forecast")
  public Response forecast(@PathParam("id") long id) {
    return answers.ok(ForecastView.of(forecasts.of(actors.current(), id), answers));
  }
}
