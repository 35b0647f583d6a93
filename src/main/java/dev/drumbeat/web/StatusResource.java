package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Whether mail is going out, over REST. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class StatusResource {

  private final Actors actors;
  private final Status status;
  private final Answers answers;

  @Inject
  public StatusResource(Actors actors, Status status, Answers answers) {
    this.actors = actors;
    this.status = status;
    this.answers = answers;
  }

  /** How everything is, as far as it concerns the reader. */
  @GET
  public Response get() {
    return answers.ok(status.of(actors.current(), answers));
  }
}
