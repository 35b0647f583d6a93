package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.EnrollDraft;
import dev.drumbeat.enrollment.Enrolled;
import dev.drumbeat.enrollment.Enrolling;
import dev.drumbeat.request.Actor;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enrolls leads into a sequence over REST: one, or many with an answer for each. */
@Path("sequences/{id}/enroll")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class EnrollResource {

  private final Actors actors;
  private final Enrolling enrolling;
  private final EnrollmentViews views;
  private final Answers answers;

  @Inject
  public EnrollResource(
      Actors actors, Enrolling enrolling, EnrollmentViews views, Answers answers) {
    this.actors = actors;
    this.enrolling = enrolling;
    this.views = views;
    this.answers = answers;
  }

  /** Enrolls whom the body names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enroll(
      @PathParam("id") long id,
      @HeaderParam(Repeats.HEADER) @Nullable String key,
      InputStream body) {
    Actor actor = actors.current();
    return answers.once(
        actor, "sequences/" + id + "/enroll", key, body, in -> enroll(actor, id, in));
  }

  private Response enroll(Actor actor, long id, InputStream body) {
    EnrollDraft draft = answers.read(body, EnrollDraft.class);
    List<Enrolled> outcome = enrolling.enroll(actor, id, draft);
    // An issue with several addresses is answered for each of them.
    if (!draft.isSingle() || outcome.size() != 1) {
      return answers.ok(EnrolledView.of(outcome, answers));
    }
    EnrollmentView run = views.of(outcome.get(0).orRefuse(draft.source()));
    return answers.created(run.self(), run);
  }
}
