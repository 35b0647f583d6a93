package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Rights by group over REST, for administrators. */
@Path("settings/rights")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public final class RightsResource {

  private final Actors actors;
  private final Rights rights;
  private final Answers answers;

  @Inject
  public RightsResource(Actors actors, Rights rights, Answers answers) {
    this.actors = actors;
    this.rights = rights;
    this.answers = answers;
  }

  /** The groups of each right. */
  @GET
  public Response get() {
    return answers.ok(rights.get(actors.current()));
  }

  /** Replaces the groups of the rights that the body names. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response give(InputStream body) {
    Actor actor = actors.current();
    return answers.ok(rights.give(actor, answers.read(body, RightsBody.class)));
  }
}
