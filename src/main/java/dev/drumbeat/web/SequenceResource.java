package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.SequenceEnd;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.SequenceFilter;
import dev.drumbeat.sequence.Sequences;
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
import org.jspecify.annotations.Nullable;

/** Sequences over REST, as the contract says. */
@Path("sequences")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class SequenceResource {

  private final Actors actors;
  private final Sequences sequences;
  private final SequenceEnd end;
  private final Answers answers;

  @Inject
  public SequenceResource(Actors actors, Sequences sequences, SequenceEnd end, Answers answers) {
    this.actors = actors;
    this.sequences = sequences;
    this.end = end;
    this.answers = answers;
  }

  /** Sequences by name, without their steps; {@code mine=true} leaves those of others out. */
  @GET
  public Response list(
      @QueryParam("name") @Nullable String name,
      @QueryParam("mine") @Nullable String mine,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    SequenceFilter filter = new SequenceFilter(name, "true".equals(mine) ? actor.userKey() : null);
    return answers.ok(
        paging.page(
            sequences.count(actor, filter),
            sequences.page(actor, filter, paging.startAt(), paging.maxResults()).stream()
                .map(s -> SequenceView.of(s, answers))
                .toList()));
  }

  /** Makes a sequence, with steps or without. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "sequences", key, body, in -> create(actor, in));
  }

  private Response create(Actor actor, InputStream body) {
    SequenceDraft draft = answers.read(body, SequenceDraft.class);
    SequenceView created = SequenceView.of(sequences.create(actor, draft), answers);
    return answers.created(created.self(), created);
  }

  /** One sequence with its steps. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return view(sequences.get(actors.current(), id));
  }

  /** Replaces a sequence; the body names the version that it was made from. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    return view(sequences.replace(actor, id, answers.read(body, SequenceDraft.class)));
  }

  /** Forgets a sequence that nobody needs; {@code leads=finish} ends its campaigns first. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") long id, @QueryParam("leads") @Nullable String leads) {
    end.delete(actors.current(), id, leads);
    return Response.noContent().build();
  }

  private Response view(Sequence sequence) {
    return answers.ok(SequenceView.of(sequence, answers));
  }
}
