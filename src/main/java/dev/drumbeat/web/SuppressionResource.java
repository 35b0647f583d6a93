package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.audience.SuppressionDraft;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.DoNotMail;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Who must not be written to, over REST. */
@Path("suppressions")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class SuppressionResource {

  private final Actors actors;
  private final Suppressions suppressions;
  private final DoNotMail doNotMail;
  private final Answers answers;

  @Inject
  public SuppressionResource(
      Actors actors, Suppressions suppressions, DoNotMail doNotMail, Answers answers) {
    this.actors = actors;
    this.suppressions = suppressions;
    this.doNotMail = doNotMail;
    this.answers = answers;
  }

  /** Those in force, the newest first, perhaps only those whose address or domain begins so. */
  @GET
  public Response list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    String beginning = q == null || q.isBlank() ? null : q;
    return answers.ok(
        paging.page(
            suppressions.count(actor, beginning),
            suppressions.page(actor, beginning, paging.startAt(), paging.maxResults()).stream()
                .map(s -> SuppressionView.of(s, answers))
                .toList()));
  }

  /**
   * Suppresses an address, which ends its open runs, or a domain; what does so already is the
   * answer.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "suppressions", key, body, in -> create(actor, in));
  }

  private Response create(Actor actor, InputStream body) {
    SuppressionDraft draft = answers.read(body, SuppressionDraft.class);
    SuppressionView created = SuppressionView.of(doNotMail.add(actor, draft), answers);
    return answers.created(created.self(), created);
  }

  /** One that is in force. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return answers.ok(SuppressionView.of(suppressions.get(actors.current(), id), answers));
  }

  /** Lifts one; the body says why. */
  @DELETE
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response delete(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    Lifting lifting = answers.readOr(body, Lifting.UNSAID, Lifting.class);
    suppressions.delete(actor, id, lifting.words());
    return Response.noContent().build();
  }

  /** Why a suppression is lifted. */
  record Lifting(@Nullable String reason) {

    static final Lifting UNSAID = new Lifting(null);

    String words() {
      return reason == null ? "" : reason;
    }
  }
}
