package dev.drumbeat.report;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.enrollment.Member;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import dev.drumbeat.sending.PreviewDraft;
import dev.drumbeat.sending.Previews;
import dev.drumbeat.sequence.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the mails of a few real leads, to see what is missing in them. Nothing is sent. */
public final class Sample {

  private static final int MOST_STEPS = 10;
  private static final Rendering NOTHING_MISSING = new Rendering.Message("", null, "");

  private final Previews previews;

  public Sample(Previews previews) {
    this.previews = previews;
  }

  /** One for each step that cannot be written for somebody of those who were looked at. */
  List<Remark> remarks(Actor actor, Forecast forecast) {
    List<Remark> all = new ArrayList<>();
    List<Flow.StepFlow> steps = forecast.flow().steps();
    for (int i = 0; i < Math.min(steps.size(), MOST_STEPS); i++) {
      look(actor, forecast, steps.get(i).step().id(), i + 1).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Remark> look(Actor actor, Forecast forecast, long stepId, int place) {
    List<Member> leads = forecast.turnout().admittedSome();
    Set<String> names = new TreeSet<>();
    int lacking = 0;
    for (Member lead : leads) {
      Rendering rendering = rendering(actor, forecast, lead, stepId);
      if (rendering instanceof Rendering.Broken broken) {
        return Optional.of(
            new Remark(
                field(forecast),
                Reason.of("drumbeat.forecast.broken", Integer.toString(place), broken.reason())));
      }
      if (rendering instanceof Rendering.Missing missing) {
        names.addAll(missing.names());
        lacking++;
      }
    }
    return lacking == 0
        ? Optional.empty()
        : Optional.of(
            new Remark(
                field(forecast),
                Reason.of(
                    "drumbeat.forecast.missing",
                    lacking,
                    leads.size(),
                    Integer.toString(place),
                    String.join(", ", names))));
  }

  private Rendering rendering(Actor actor, Forecast forecast, Member lead, long stepId) {
    CampaignPlan plan = forecast.campaign().plan();
    AudienceRule rule = plan.audience();
    PreviewDraft draft =
        new PreviewDraft(
            lead.issueKey(),
            null,
            rule == null ? null : rule.addressField(),
            stepId,
            null,
            null,
            plan.name(),
            plan.accountIds().stream().findFirst().orElse(null),
            null,
            null);
    try {
      return previews.of(actor, plan.sequenceId(), draft).rendering();
    } catch (Refusal hidden) {
      // An administrator may see the campaign and not the issue: nothing is known then.
      return NOTHING_MISSING;
    }
  }

  private static String field(Forecast forecast) {
    return forecast.campaign().plan().kind() == CampaignKind.BROADCAST ? "text" : "sequenceId";
  }
}
