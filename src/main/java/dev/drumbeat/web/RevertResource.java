package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.Versions;
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

/** Going back to a published version of a sequence over REST. */
@Path("sequences/{id}/revert")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class RevertResource {

  private final Actors actors;
  private final Versions versions;
  private final Answers answers;

  @Inject
  public RevertResource(Actors actors, Versions versions, Answers answers) {
    this.actors = actors;
    this.versions = versions;
    this.answers = answers;
  }

  /** Makes a published version the draft again, the one in force when none is named. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response revert(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    Wanted wanted = answers.readOr(body, Wanted.IN_FORCE, Wanted.class);
    return answers.ok(
        SequenceView.of(versions.revert(actor, id, wanted.number(), wanted.version()), answers));
  }

  /** The number of a published version, and the version of the draft that it replaces. */
  record Wanted(@Nullable Integer number, @Nullable Integer version) {

    static final Wanted IN_FORCE = new Wanted(null, null);
  }
}
