package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a sequence over REST. */
@Path("sequences/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class StepResource {

  private final Actors actors;
  private final Sequences sequences;
  private final Answers answers;

  @Inject
  public StepResource(Actors actors, Sequences sequences, Answers answers) {
    this.actors = actors;
    this.sequences = sequences;
    this.answers = answers;
  }

  /** All steps in their order. */
  @GET
  public Response list(
      @PathParam("id") long id,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Sequence sequence = sequences.get(actors.current(), id);
    return answers.ok(Paging.of(startAt, maxResults).cut(StepView.all(sequence, answers)));
  }

  /** Adds a step at the end. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(
        actor, "sequences/" + id + "/steps", key, body, in -> create(actor, id, in));
  }

  private Response create(Actor actor, long id, InputStream body) {
    Step step = sequences.addStep(actor, id, answers.read(body, StepDraft.class));
    StepView created = StepView.of(sequences.get(actor, id), step, answers);
    return answers.created(created.self(), created);
  }

  /** One step. */
  @GET
  @Path("{stepId}")
  public Response get(@PathParam("id") long id, @PathParam("stepId") long stepId) {
    Sequence sequence = sequences.get(actors.current(), id);
    Step step =
        sequence
            .step(stepId)
            .orElseThrow(
                () -> new NotFound(Reason.of("drumbeat.step.not-found", Long.toString(stepId))));
    return answers.ok(StepView.of(sequence, step, answers));
  }

  /** Replaces what a step says and when; its place stays. */
  @PUT
  @Path("{stepId}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("id") long id, @PathParam("stepId") long stepId, InputStream body) {
    Actor actor = actors.current();
    Step step = sequences.replaceStep(actor, id, stepId, answers.read(body, StepDraft.class));
    return answers.ok(StepView.of(sequences.get(actor, id), step, answers));
  }

  /** Takes a step out. */
  @DELETE
  @Path("{stepId}")
  public Response delete(@PathParam("id") long id, @PathParam("stepId") long stepId) {
    sequences.deleteStep(actors.current(), id, stepId);
    return Response.noContent().build();
  }

  /** Puts the steps into that order. */
  @POST
  @Path("order")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response order(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    List<Long> order = answers.read(body, Order.class).all();
    return answers.ok(SequenceView.of(sequences.order(actor, id, order), answers));
  }

  /** The ids of all steps in the wanted order. */
  record Order(@Nullable List<Long> stepIds) {

    List<Long> all() {
      if (stepIds == null) {
        throw InvalidInput.at("stepIds", Reason.of("drumbeat.invalid.required"));
      }
      return stepIds;
    }
  }
}
