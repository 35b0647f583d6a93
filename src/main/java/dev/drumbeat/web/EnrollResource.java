package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.EnrollTarget;
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

/** Enrolls leads into a sequence over REST: one, or many with an answer for each. */
@Path("sequences/{id}/enroll")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class EnrollResource {

  private final Actors actors;
  private final EnrollCalls calls;

  @Inject
  public EnrollResource(Actors actors, EnrollCalls calls) {
    this.actors = actors;
    this.calls = calls;
  }

  /** Enrolls whom the body names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enroll(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    return calls.enroll(actors.current(), EnrollTarget.sequence(id), key, body);
  }

  /** What that would do; nothing of it is done. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(@PathParam("id") long id, InputStream body) {
    return calls.preview(actors.current(), EnrollTarget.sequence(id), body);
  }
}
