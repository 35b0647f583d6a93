package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.EnrollDraft;
import dev.drumbeat.enrollment.EnrollOutlook;
import dev.drumbeat.enrollment.EnrollTarget;
import dev.drumbeat.enrollment.Enrolling;
import dev.drumbeat.enrollment.Foreseen;
import dev.drumbeat.enrollment.NewEnrollment;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.EnrollPreview.FirstMail;
import dev.drumbeat.sending.EnrollPreview.Line;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows what an enrollment would do: who would enter, and the first mail as the engine would write
 * it, from which account and when. The same code decides and writes as when it is done; nothing is
 * sent or kept.
 */
public final class EnrollPreviews {

  /** For how many leads a mail is written. */
  static final int MOST_MAILS = 20;

  private final Enrolling enrolling;
  private final Ground ground;
  private final Letters letters;
  private final SendingSwitch sending;

  public EnrollPreviews(
      Enrolling enrolling, Ground ground, Letters letters, SendingSwitch sending) {
    this.enrolling = enrolling;
    this.ground = ground;
    this.letters = letters;
    this.sending = sending;
  }

  /** What would become of everybody whom the draft names; refuses as the enrollment would. */
  public EnrollPreview of(Actor actor, EnrollTarget target, EnrollDraft draft) {
    EnrollOutlook outlook = enrolling.foresee(actor, target, draft);
    Campaign campaign = outlook.campaign();
    SequenceVersion sequence = ground.sequences().said(campaign.plan().sequenceId()).orElseThrow();
    List<Line> lines = new ArrayList<>();
    int mails = 0;
    for (Foreseen lead : outlook.leads()) {
      NewEnrollment run = mails < MOST_MAILS ? lead.run() : null;
      mails += run == null ? 0 : 1;
      lines.add(new Line(lead, run == null ? null : firstMail(campaign, sequence, run)));
    }
    return new EnrollPreview(campaign, ground.now(), warnings(campaign), lines);
  }

  private List<Reason> warnings(Campaign campaign) {
    List<Reason> warnings = new ArrayList<>();
    sending.hold().ifPresent(warnings::add);
    if (campaign.state() == CampaignState.PAUSED) {
      warnings.add(Reason.of("drumbeat.enroll.waits", campaign.plan().name()));
    }
    return warnings;
  }

  private @Nullable FirstMail firstMail(
      Campaign campaign, SequenceVersion sequence, NewEnrollment run) {
    Optional<MailAccount> account = ground.accounts().find(run.place().accountId());
    Optional<Step> step = sequence.step(run.place().stepId());
    Instant dueAt = run.place().dueAt();
    return account.isEmpty() || step.isEmpty() || dueAt == null
        ? null
        : firstMail(new Draft(campaign, run, account.get()), sequence, step.get(), dueAt);
  }

  private FirstMail firstMail(Draft draft, SequenceVersion sequence, Step step, Instant dueAt) {
    Rendering first = letters.foresee(draft, step.spoken(), null);
    String subject = first instanceof Rendering.Message message ? message.subject() : "…";
    Set<String> lacking = new LinkedHashSet<>();
    List<Reason> warnings = new ArrayList<>(warnings(draft));
    for (Step each : sequence.steps()) {
      Rendering written =
          each.equals(step) ? first : letters.foresee(draft, each.spoken(), subject);
      if (written instanceof Rendering.Missing missing) {
        lacking.addAll(missing.names());
        warnings.add(
            Reason.of(
                "drumbeat.enroll.step-lacks",
                Integer.toString(sequence.steps().indexOf(each) + 1),
                String.join(", ", missing.names())));
      }
    }
    return new FirstMail(draft.account(), step, dueAt, first, List.copyOf(lacking), warnings);
  }

  private List<Reason> warnings(Draft draft) {
    List<Reason> warnings = new ArrayList<>();
    MailAccount account = draft.account();
    String name = account.settings().name();
    if (account.paused()) {
      warnings.add(Reason.of("drumbeat.enroll.account-paused", name));
    } else if (account.health().smtp().hasFailed()) {
      warnings.add(Reason.of("drumbeat.enroll.account-fails", name));
    }
    int others = ground.stores().enrollments().activeOf(draft.run().lead().addressKey()).size();
    if (others > 0) {
      warnings.add(Reason.of("drumbeat.enroll.other-runs", others));
    }
    return warnings;
  }

  /** A run that is not there yet, in its campaign and from its account. */
  record Draft(Campaign campaign, NewEnrollment run, MailAccount account) {}
}
