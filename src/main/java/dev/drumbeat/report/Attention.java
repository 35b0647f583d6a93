package dev.drumbeat.report;

import static java.util.stream.Collectors.toMap;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendingSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong with campaigns, as far as somebody should know and can do something about it. */
public final class Attention {

  private final SendingSwitch sending;
  private final MailAccountStore accounts;

  public Attention(SendingSwitch sending, MailAccountStore accounts) {
    this.sending = sending;
    this.accounts = accounts;
  }

  /** How things are at this moment, read once for all campaigns of a page. */
  public Situation now() {
    return new Situation(
        sending.hold(),
        accounts.all().stream().collect(toMap(MailAccount::id, Function.identity())));
  }

  /** Why nothing leaves at all, if that is so, and the accounts by their ids. */
  public record Situation(Optional<Reason> hold, Map<Long, MailAccount> accounts) {

    /** A share of mails that came back above which servers begin to mistrust a sender (P5). */
    private static final double MOST_BOUNCES = 0.05;

    private static final long LEAST_SENDS = 20;

    /** The worst first; nothing for a campaign that is over or was not started. */
    public List<Notice> of(Campaign campaign, Numbers numbers) {
      List<Notice> notices = new ArrayList<>();
      if (campaign.state() == CampaignState.PAUSED) {
        paused(campaign, notices);
      }
      if (campaign.state() == CampaignState.RUNNING) {
        hold.ifPresent(why -> notices.add(new Notice(why, Remedy.STATUS)));
        senders(campaign, notices);
      }
      if (campaign.isLaunched() && !campaign.state().isOver()) {
        leads(numbers, notices);
        bounces(numbers, notices);
      }
      if (campaign.isLaunched()) {
        add(notices, numbers.unknown(), "drumbeat.attention.unknown", Remedy.UNKNOWN_SENDS);
      }
      return notices;
    }

    private static void paused(Campaign campaign, List<Notice> notices) {
      Pause pause = campaign.pause();
      if (pause != null) {
        Reason sentence = Reason.of("drumbeat.attention.paused", pause.reason());
        notices.add(new Notice(sentence, Remedy.RESUME));
      }
    }

    private void senders(Campaign campaign, List<Notice> notices) {
      List<MailAccount> own =
          campaign.plan().accountIds().stream()
              .map(accounts::get)
              .filter(Objects::nonNull)
              .toList();
      if (own.isEmpty()) {
        notices.add(new Notice(Reason.of("drumbeat.attention.no-account"), Remedy.ACCOUNTS));
      } else if (own.stream().allMatch(MailAccount::paused)) {
        notices.add(new Notice(Reason.of("drumbeat.attention.accounts-paused"), Remedy.ACCOUNTS));
      } else if (own.stream().allMatch(a -> a.paused() || a.health().smtp().hasFailed())) {
        notices.add(new Notice(Reason.of("drumbeat.attention.accounts-failing"), Remedy.ACCOUNTS));
      }
    }

    private static void leads(Numbers numbers, List<Notice> notices) {
      add(
          notices,
          numbers.paused(PauseReason.MISSING_DATA),
          "drumbeat.attention.missing-data",
          Remedy.MISSING_DATA);
      add(
          notices,
          numbers.paused(PauseReason.OVERDUE),
          "drumbeat.attention.overdue",
          Remedy.OVERDUE);
      add(
          notices,
          numbers.paused(PauseReason.SENDER_DOWN),
          "drumbeat.attention.sender-down",
          Remedy.SENDER_DOWN);
      add(
          notices,
          numbers.paused(PauseReason.DOUBTFUL_REPLY),
          "drumbeat.attention.doubtful-reply",
          Remedy.DOUBTFUL_REPLY);
    }

    private static void bounces(Numbers numbers, List<Notice> notices) {
      Rate rate = Rate.bounce(numbers);
      Double share = rate.share();
      if (share != null && rate.whole() >= LEAST_SENDS && share > MOST_BOUNCES) {
        notices.add(
            new Notice(
                Reason.of("drumbeat.attention.bounces", rate.part(), rate.whole()),
                Remedy.CAME_BACK));
      }
    }

    private static void add(List<Notice> notices, long count, String key, Remedy remedy) {
      if (count > 0) {
        notices.add(new Notice(Reason.of(key, count), remedy));
      }
    }
  }
}
