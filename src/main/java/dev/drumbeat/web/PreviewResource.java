package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.PreviewDraft;
import dev.drumbeat.sending.Previews;
import dev.drumbeat.sending.SequenceTest;
import dev.drumbeat.sending.SequenceTestDraft;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A step of a sequence as a lead would get it, stored or still being written, over REST. */
@Path("sequences")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class PreviewResource {

  private final Actors actors;
  private final Previews previews;
  private final SequenceTest test;
  private final Answers answers;

  @Inject
  public PreviewResource(Actors actors, Previews previews, SequenceTest test, Answers answers) {
    this.actors = actors;
    this.previews = previews;
    this.test = test;
    this.answers = answers;
  }

  /** Renders a step; nothing is sent. */
  @POST
  @Path("{id}/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(@PathParam("id") long id, InputStream body) {
    return preview(actors.current(), id, body);
  }

  /** Renders a step of a sequence that is not stored; nothing is sent. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(InputStream body) {
    return preview(actors.current(), null, body);
  }

  private Response preview(Actor actor, @Nullable Long id, InputStream body) {
    PreviewDraft draft = answers.read(body, PreviewDraft.class);
    return answers.ok(PreviewView.of(previews.of(actor, id, draft), answers));
  }

  /** Sends a step to somebody of ours to look at, and tells what came of it. */
  @POST
  @Path("{id}/test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "sequences/" + id + "/test", key, body, in -> test(actor, id, in));
  }

  /** Sends a step of a sequence that is not stored to somebody of ours to look at. */
  @POST
  @Path("test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "sequences/test", key, body, in -> test(actor, null, in));
  }

  private Response test(Actor actor, @Nullable Long id, InputStream body) {
    SequenceTestDraft draft =
        answers.readOr(body, SequenceTestDraft.EMPTY, SequenceTestDraft.class);
    return answers.ok(TestedView.of(test.send(actor, id, draft), answers));
  }
}
