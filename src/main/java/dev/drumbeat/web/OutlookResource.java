package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** When the mails of a sequence that is being written would go out, over REST. */
@Path("sequences/outlook")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class OutlookResource {

  private final Actors actors;
  private final Outlooks outlooks;
  private final Answers answers;

  @Inject
  public OutlookResource(Actors actors, Outlooks outlooks, Answers answers) {
    this.actors = actors;
    this.outlooks = outlooks;
    this.answers = answers;
  }

  /** Dates for a lead who enters next Monday at ten, and warnings; nothing is stored. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response of(InputStream body) {
    Actor actor = actors.current();
    OutlookRequest request = answers.read(body, OutlookRequest.class);
    return answers.ok(outlooks.of(actor, request.all()));
  }
}
