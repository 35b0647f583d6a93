package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.PublishOutlooks;
import dev.drumbeat.enrollment.Publishing;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.PublishDraft;
import dev.drumbeat.sequence.Sequences;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Publishing the draft of a sequence over REST, and what that would mean (V2). */
@Path("sequences/{id}/publish")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class PublishResource {

  private final Actors actors;
  private final Sequences sequences;
  private final PublishOutlooks outlooks;
  private final Publishing publishing;
  private final Answers answers;

  @Inject
  public PublishResource(
      Actors actors,
      Sequences sequences,
      PublishOutlooks outlooks,
      Publishing publishing,
      Answers answers) {
    this.actors = actors;
    this.sequences = sequences;
    this.outlooks = outlooks;
    this.publishing = publishing;
    this.answers = answers;
  }

  /** How the draft differs from the version in force, and what publishing means for whom. */
  @GET
  public Response foresee(@PathParam("id") long id) {
    return answers.ok(PublishView.of(outlooks.of(actors.current(), id), answers));
  }

  /** Publishes the draft, for leads to come or for those under way as well. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    publishing.publish(actor, id, answers.readOr(body, PublishDraft.NOTHING, PublishDraft.class));
    return answers.ok(SequenceView.of(sequences.get(actor, id), answers));
  }
}
