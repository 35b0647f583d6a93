package dev.drumbeat.campaign;

import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.List;

/** What a plan lacks before it is launched, one sentence for each; a goal may stay away (§19). */
final class Missing {

  private final PlanSources sources;

  Missing(PlanSources sources) {
    this.sources = sources;
  }

  List<Reason> of(Actor actor, CampaignPlan plan) {
    List<Reason> missing = new ArrayList<>();
    if (plan.audience() == null) {
      missing.add(Reason.of("drumbeat.campaign.missing.audience"));
    }
    if (sources
        .sequences()
        .find(actor, plan.sequenceId())
        .map(found -> sources.sequences().said(actor, found.id()).steps())
        .orElse(List.of())
        .isEmpty()) {
      missing.add(Reason.of("drumbeat.campaign.no-steps"));
    }
    List<MailAccount> accounts =
        plan.accountIds().stream().flatMap(id -> sources.accounts().find(id).stream()).toList();
    if (accounts.isEmpty()) {
      missing.add(Reason.of("drumbeat.campaign.missing.account"));
    } else if (accounts.stream().allMatch(MailAccount::paused)) {
      missing.add(Reason.of("drumbeat.campaign.missing.sending-account"));
    }
    if (plan.goal() == null) {
      missing.add(Reason.of("drumbeat.campaign.missing.goal"));
    }
    return missing;
  }
}
