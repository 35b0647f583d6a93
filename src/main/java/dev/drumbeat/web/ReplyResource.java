package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.reply.Replies;
import dev.drumbeat.reply.Reply;
import dev.drumbeat.reply.ReplyFilter;
import dev.drumbeat.reply.ReplyKind;
import dev.drumbeat.reply.ReplyState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What came back, over REST. */
@Path("replies")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class ReplyResource {

  private final Actors actors;
  private final Replies replies;
  private final Answers answers;

  @Inject
  public ReplyResource(Actors actors, Replies replies, Answers answers) {
    this.actors = actors;
    this.replies = replies;
    this.answers = answers;
  }

  /** Those that match all parameters, the newest first. */
  @GET
  public Response list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("class") @Nullable String kind,
      @QueryParam("campaignId") @Nullable String campaignId,
      @QueryParam("enrollmentId") @Nullable String enrollmentId,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    ReplyFilter filter = filter(state, kind, campaignId, enrollmentId);
    return answers.ok(
        paging.page(
            replies.count(actor, filter),
            replies.page(actor, filter, paging.startAt(), paging.maxResults()).stream()
                .map(reply -> ReplyView.line(reply, answers))
                .toList()));
  }

  private static ReplyFilter filter(
      @Nullable String state,
      @Nullable String kind,
      @Nullable String campaignId,
      @Nullable String enrollmentId) {
    Problems problems = new Problems();
    ReplyFilter filter =
        new ReplyFilter(
            Words.read("state", ReplyState.class, state, problems),
            Words.read("class", ReplyKind.class, kind, problems),
            number("campaignId", campaignId, problems),
            number("enrollmentId", enrollmentId, problems),
            null,
            null);
    problems.refuse();
    return filter;
  }

  private static @Nullable Long number(String field, @Nullable String text, Problems problems) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      problems.add(field, "drumbeat.json.expected-whole-number");
      return null;
    }
  }

  /** One with its whole text and what its class and match rest on. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return view(replies.get(actors.current(), id));
  }

  /** Somebody has dealt with it. */
  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response close(@PathParam("id") long id) {
    return view(replies.close(actors.current(), id));
  }

  /** Somebody has to deal with it again. */
  @POST
  @Path("{id}/open")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(@PathParam("id") long id) {
    return view(replies.open(actors.current(), id));
  }

  private Response view(Reply reply) {
    return answers.ok(ReplyView.of(reply, answers));
  }
}
