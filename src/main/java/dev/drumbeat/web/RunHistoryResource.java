package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What happened in the runs of an issue, over REST. */
@Path("issues/{key}/enrollments")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class RunHistoryResource {

  private final Actors actors;
  private final RunHistories histories;
  private final Answers answers;

  @Inject
  public RunHistoryResource(Actors actors, RunHistories histories, Answers answers) {
    this.actors = actors;
    this.histories = histories;
    this.answers = answers;
  }

  /** What was sent, what came back and what changed in one of them, the newest first. */
  @GET
  @Path("{id}/history")
  public Response history(@PathParam("key") String key, @PathParam("id") long id) {
    return answers.ok(histories.of(actors.current(), key, id));
  }
}
