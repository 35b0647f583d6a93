package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.VisibleSends;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What was sent, and what became of it, over REST. */
@Path("sends")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class SendResource {

  private final Actors actors;
  private final VisibleSends sends;
  private final Answers answers;

  @Inject
  public SendResource(Actors actors, VisibleSends sends, Answers answers) {
    this.actors = actors;
    this.sends = sends;
    this.answers = answers;
  }

  /** Those that match all parameters, the newest first. */
  @GET
  public Response list(
      @QueryParam("campaignId") @Nullable String campaignId,
      @QueryParam("enrollmentId") @Nullable String enrollmentId,
      @QueryParam("mailAccountId") @Nullable String mailAccountId,
      @QueryParam("stepId") @Nullable String stepId,
      @QueryParam("variant") @Nullable String variant,
      @QueryParam("state") @Nullable String state,
      @QueryParam("bounced") @Nullable String bounced,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    SendFilter filter =
        new SendQuery(campaignId, enrollmentId, mailAccountId, stepId, variant, state, bounced)
            .filter();
    return answers.ok(
        paging.page(
            sends.count(actor, filter),
            sends.page(actor, filter, paging.startAt(), paging.maxResults()).stream()
                .map(send -> SendView.of(send, answers))
                .toList()));
  }

  /** One send. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return answers.ok(SendView.of(sends.get(actors.current(), id), answers));
  }
}
