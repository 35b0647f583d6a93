package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import dev.drumbeat.web.support.Support;
import dev.drumbeat.web.support.SupportBundle;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The support bundle over REST, as a file, for administrators. */
@Path("support")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public final class SupportResource {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'drumbeat-support-'uuuuMMdd'T'HHmm'Z.json'")
          .withZone(ZoneOffset.UTC);

  private final Actors actors;
  private final Support support;
  private final Answers answers;

  @Inject
  public SupportResource(Actors actors, Support support, Answers answers) {
    this.actors = actors;
    this.support = support;
    this.answers = answers;
  }

  /** Everything that helps to find a fault, without addresses, names, texts or passwords. */
  @GET
  public Response get() {
    SupportBundle bundle = support.bundle(actors.current());
    return answers.file(name(bundle.madeAt()), bundle);
  }

  private static String name(Instant madeAt) {
    return NAME.format(madeAt);
  }
}
