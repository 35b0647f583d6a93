package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a mail may use, for an editor to offer, over REST. */
@Path("sequences/variables")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class VariableResource {

  private final Actors actors;
  private final Variables variables;
  private final Answers answers;

  @Inject
  public VariableResource(Actors actors, Variables variables, Answers answers) {
    this.actors = actors;
    this.variables = variables;
    this.answers = answers;
  }

  /** Names, each with what it is; {@code vars.name} stands for all that leads bring. */
  @GET
  public Response list(
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    return answers.ok(Paging.of(startAt, maxResults).cut(variables.all(actors.current())));
  }
}
