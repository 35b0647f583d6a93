package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.PreviewDraft;
import dev.drumbeat.sending.Previews;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** A step of a sequence as a lead would get it, over REST. */
@Path("sequences/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class PreviewResource {

  private final Actors actors;
  private final Previews previews;
  private final Answers answers;

  @Inject
  public PreviewResource(Actors actors, Previews previews, Answers answers) {
    this.actors = actors;
    this.previews = previews;
    this.answers = answers;
  }

  /** Renders a step; nothing is sent. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    PreviewDraft draft = answers.read(body, PreviewDraft.class);
    return answers.ok(PreviewView.of(previews.of(actor, id, draft), answers));
  }
}
