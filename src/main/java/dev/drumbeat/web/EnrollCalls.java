package dev.drumbeat.web;

import dev.drumbeat.enrollment.EnrollDraft;
import dev.drumbeat.enrollment.EnrollTarget;
import dev.drumbeat.enrollment.Enrolled;
import dev.drumbeat.enrollment.Enrolling;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.EnrollPreviews;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What enrolling over REST does, the same for campaigns and for sequences. */
public final class EnrollCalls {

  private final Enrolling enrolling;
  private final EnrollPreviews previews;
  private final EnrollmentViews views;
  private final Answers answers;

  public EnrollCalls(
      Enrolling enrolling, EnrollPreviews previews, EnrollmentViews views, Answers answers) {
    this.enrolling = enrolling;
    this.previews = previews;
    this.views = views;
    this.answers = answers;
  }

  Response enroll(Actor actor, EnrollTarget target, @Nullable String key, InputStream body) {
    String kind = target.kind().name().toLowerCase(Locale.ROOT);
    String place = kind + "s/" + target.id() + "/enroll";
    return answers.once(actor, place, key, body, in -> enroll(actor, target, in));
  }

  private Response enroll(Actor actor, EnrollTarget target, InputStream body) {
    EnrollDraft draft = answers.read(body, EnrollDraft.class);
    List<Enrolled> outcome = enrolling.enroll(actor, target, draft);
    // An issue with several addresses is answered for each of them.
    if (!draft.isSingle() || outcome.size() != 1) {
      return answers.ok(EnrolledView.of(outcome, answers));
    }
    EnrollmentView run = views.of(outcome.get(0).orRefuse(draft.source()));
    return answers.created(run.self(), run);
  }

  Response preview(Actor actor, EnrollTarget target, InputStream body) {
    EnrollDraft draft = answers.read(body, EnrollDraft.class);
    return answers.ok(EnrollPreviewView.of(previews.of(actor, target, draft), actor, answers));
  }
}
