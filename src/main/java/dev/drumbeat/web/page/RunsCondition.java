package dev.drumbeat.web.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.Condition;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Actors;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Shows something on an issue to users of the app where there is a run to show, or, with the
 * parameter {@code open}, one that goes on and that they may stop. Whoever may enroll sees the
 * panel without a run as well.
 */
public final class RunsCondition implements Condition {

  private final Actors actors;
  private final Enrollments enrollments;
  private boolean open;

  @Inject
  public RunsCondition(Actors actors, Enrollments enrollments) {
    this.actors = actors;
    this.enrollments = enrollments;
  }

  @Override
  public void init(Map<String, String> params) {
    open = "true".equals(params.get("open"));
  }

  @Override
  public boolean shouldDisplay(Map<String, Object> context) {
    Optional<Actor> actor = actors.find().filter(a -> a.has(Right.USE_CAMPAIGNS));
    if (actor.isEmpty() || !(context.get("issue") instanceof Issue issue)) {
      return false;
    }
    return open
        ? enrollments.maySteerAnyOf(actor.get(), issue.getId())
        : actor.get().has(Right.LAUNCH_CAMPAIGNS) || enrollments.isAnyOf(issue.getId());
  }
}
