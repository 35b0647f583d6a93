package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.Events;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened, in order, over REST. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class EventResource {

  private final Actors actors;
  private final Events events;
  private final Answers answers;

  @Inject
  public EventResource(Actors actors, Events events, Answers answers) {
    this.actors = actors;
    this.events = events;
    this.answers = answers;
  }

  /** What happened after an event or from a moment on. */
  @GET
  public Response list(
      @QueryParam("since") @Nullable String since,
      @QueryParam("type") @Nullable String type,
      @QueryParam("campaignId") @Nullable String campaignId,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    EventQuery query = new EventQuery(since, type, campaignId);
    List<Event> found =
        events.page(actor, query.filter(), paging.startAt(), paging.maxResults() + 1);
    return answers.ok(EventPage.of(paging, found, answers));
  }
}
