package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.audience.People;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Versions;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published versions of a sequence over REST (V1). */
@Path("sequences/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class VersionResource {

  private final Actors actors;
  private final Sequences sequences;
  private final Versions versions;
  private final People people;
  private final Answers answers;

  @Inject
  public VersionResource(
      Actors actors, Sequences sequences, Versions versions, People people, Answers answers) {
    this.actors = actors;
    this.sequences = sequences;
    this.versions = versions;
    this.people = people;
    this.answers = answers;
  }

  /** The published versions, the newest first, without their steps. */
  @GET
  public Response list(
      @PathParam("id") long id,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    return answers.ok(
        paging.page(
            versions.count(actor, id),
            versions.page(actor, id, paging.startAt(), paging.maxResults()).stream()
                .map(version -> VersionView.of(version, null, people, answers))
                .toList()));
  }

  /** One published version with its steps. */
  @GET
  @Path("{number}")
  public Response get(@PathParam("id") long id, @PathParam("number") int number) {
    Actor actor = actors.current();
    Sequence then = sequences.get(actor, id).saying(versions.get(actor, id, number).steps());
    List<StepView> steps = StepView.all(then, answers);
    return answers.ok(
        VersionView.of(versions.publication(actor, id, number), steps, people, answers));
  }
}
