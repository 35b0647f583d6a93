package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.Incoming;
import dev.drumbeat.enrollment.IncomingDraft;
import dev.drumbeat.enrollment.IncomingEvents;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What happens outside, told over REST, for steps that wait for it (T4). */
@Path("incoming-events")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class IncomingEventResource {

  private static final String PLACE = "incoming-events";

  private final Actors actors;
  private final IncomingEvents events;
  private final Answers answers;

  @Inject
  public IncomingEventResource(Actors actors, IncomingEvents events, Answers answers) {
    this.actors = actors;
    this.events = events;
    this.answers = answers;
  }

  /** Takes note of an event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response tell(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, PLACE, key, body, in -> tell(actor, in));
  }

  private Response tell(Actor actor, InputStream body) {
    IncomingEventView told = view(events.tell(actor, answers.read(body, IncomingDraft.class)));
    return answers.created(told.self(), told);
  }

  /** One that the user told, or any for an administrator. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return answers.ok(view(events.get(actors.current(), id)));
  }

  private IncomingEventView view(Incoming told) {
    return IncomingEventView.of(told, answers);
  }
}
