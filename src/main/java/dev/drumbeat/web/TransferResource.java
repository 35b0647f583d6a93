package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.SequenceEnd;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Giving a sequence to another user over REST. */
@Path("sequences/{id}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class TransferResource {

  private final Actors actors;
  private final SequenceEnd end;
  private final Answers answers;

  @Inject
  public TransferResource(Actors actors, SequenceEnd end, Answers answers) {
    this.actors = actors;
    this.end = end;
    this.answers = answers;
  }

  /** Gives a sequence to the user of that key, who may change it from then on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response transfer(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    NewOwner owner = answers.read(body, NewOwner.class);
    return answers.ok(SequenceView.of(end.transfer(actor, id, owner.owner()), answers));
  }

  /** The user key of who owns it from now on. */
  record NewOwner(@Nullable String owner) {}
}
