package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The removal of all data over REST, for administrators. */
@Path("removal")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public final class RemovalResource {

  private final Actors actors;
  private final Removal removal;
  private final Answers answers;

  @Inject
  public RemovalResource(Actors actors, Removal removal, Answers answers) {
    this.actors = actors;
    this.removal = removal;
    this.answers = answers;
  }

  /** Whether one is under way. */
  @GET
  public Response get() {
    return answers.ok(removal.get(actors.current()));
  }

  /** Orders it; ordered twice it is done once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response order(InputStream body) {
    Actor actor = actors.current();
    RemovalView ordered = removal.order(actor, answers.read(body, RemovalBody.class));
    return answers.accepted(answers.link("removal"), ordered);
  }
}
