package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.CampaignTest;
import dev.drumbeat.sending.TestDraft;
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

/** Sends a mail of a campaign to somebody who wants to see it, over REST. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class CampaignTestResource {

  private final Actors actors;
  private final CampaignTest test;
  private final Answers answers;

  @Inject
  public CampaignTestResource(Actors actors, CampaignTest test, Answers answers) {
    this.actors = actors;
    this.test = test;
    this.answers = answers;
  }

  /** Sends the first step, or the one that the body names, and tells what came of it. */
  @POST
  @Path("{id}/test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "campaigns/" + id + "/test", key, body, in -> test(actor, id, in));
  }

  private Response test(Actor actor, long id, InputStream body) {
    TestDraft draft = answers.readOr(body, TestDraft.EMPTY, TestDraft.class);
    return answers.ok(TestedView.of(test.send(actor, id, draft), answers));
  }
}
