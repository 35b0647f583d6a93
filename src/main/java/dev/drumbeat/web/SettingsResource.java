package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** What holds for the whole instance over REST, for administrators. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public final class SettingsResource {

  private final Actors actors;
  private final Settings settings;
  private final Answers answers;

  @Inject
  public SettingsResource(Actors actors, Settings settings, Answers answers) {
    this.actors = actors;
    this.settings = settings;
    this.answers = answers;
  }

  /** All of it. */
  @GET
  public Response get() {
    return answers.ok(settings.get(actors.current()));
  }

  /** Changes what the body names. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(InputStream body) {
    Actor actor = actors.current();
    return answers.ok(settings.change(actor, answers.read(body, SettingsBody.class)));
  }
}
