package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.database.Sql;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Counts.Span;
import dev.drumbeat.sending.Shard.Hold;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ZoneRule;
import dev.drumbeat.time.ZoneSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much may leave and how fast (L1). Caps of an account hold its shard, those of a campaign put
 * its leads off; a day is that of the account's or the campaign's zone (L2).
 */
final class Pace {

  private static final Duration HOUR = Duration.ofHours(1);

  /** The clocks of two nodes differ by less. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Sql sql;
  private final Counts counts;

  Pace(Sql sql, Counts counts) {
    this.sql = sql;
    this.counts = counts;
  }

  /** What keeps the account from sending now. */
  Optional<Hold> account(MailAccount account, Instant now) {
    SendLimits limits = account.settings().limits();
    return gap(account, limits.minimumGapSeconds(), now)
        .or(() -> hour(account, limits.perHour(), now))
        .or(() -> day(account, limits.perDay(), now));
  }

  private Optional<Hold> gap(MailAccount account, @Nullable Integer seconds, Instant now) {
    if (seconds == null) {
      return Optional.empty();
    }
    Duration gap = Duration.ofSeconds(seconds);
    return counts
        .latestOfAccount(account.id(), 0, last(gap, now))
        .map(last -> new Hold(last.plus(gap), Reason.of("drumbeat.hold.gap", seconds)));
  }

  private Optional<Hold> hour(MailAccount account, @Nullable Integer most, Instant now) {
    if (most == null) {
      return Optional.empty();
    }
    return counts
        .latestOfAccount(account.id(), most - 1, last(HOUR, now))
        .map(first -> new Hold(first.plus(HOUR), Reason.of("drumbeat.hold.per-hour", most)));
  }

  private Optional<Hold> day(MailAccount account, @Nullable Integer most, Instant now) {
    ZoneId own = account.settings().zone();
    ZoneId zone = own == null ? ZoneId.systemDefault() : own;
    if (most == null || counts.ofAccount(account.id(), dayOf(now, zone)) < most) {
      return Optional.empty();
    }
    return Optional.of(
        new Hold(dayAfter(now, zone), Reason.of("drumbeat.hold.per-day", most, zone.getId())));
  }

  /** Two mails to one person are an hour apart, whatever campaigns they come from (T8). */
  Optional<Hindrance> lead(Due due) {
    return counts
        .latestTo(due.run().lead().addressKey(), last(Timeline.MINIMUM_GAP, due.now()))
        .map(
            last ->
                new Hindrance.PutOff(
                    last.plus(Timeline.MINIMUM_GAP), Reason.of("drumbeat.wait.lead-gap")));
  }

  /** Whether somebody else writes to the same person at this moment. */
  boolean hasRival(Send send, Instant now) {
    return counts.hasRival(send, last(Timeline.MINIMUM_GAP, now));
  }

  private static Span last(Duration time, Instant now) {
    return new Span(now.minus(time).plusMillis(1), now.plus(SKEW));
  }

  /** The caps of the campaign. */
  Optional<Hindrance> campaign(Due due) {
    if (!hasCap(due.campaign())) {
      return Optional.empty();
    }
    return sql.read(c -> reached(c, due.campaign(), due.run(), due.now()))
        .map(
            why -> {
              ZoneId zone = due.campaign().plan().schedule().zone();
              return new Hindrance.PutOffCampaign(
                  due.campaign().plan().schedule().firstOpen(dayAfter(due.now(), zone)), why);
            });
  }

  /** Whether there is anything to count. */
  static boolean hasCap(Campaign campaign) {
    Limits limits = campaign.plan().limits();
    return limits.perDay() != null || limits.newPerDay() != null;
  }

  /** Which cap of the campaign is reached, if any. */
  Optional<Reason> reached(Connection c, Campaign campaign, Enrollment run, Instant now)
      throws SQLException {
    Limits limits = campaign.plan().limits();
    Span today = dayOf(now, campaign.plan().schedule().zone());
    Integer perDay = limits.perDay();
    if (perDay != null && counts.ofCampaign(c, campaign.id(), today) >= perDay) {
      return Optional.of(Reason.of("drumbeat.wait.per-day", perDay));
    }
    Integer newPerDay = limits.newPerDay();
    boolean isNew = run.thread().lastMessageId() == null;
    if (newPerDay != null && isNew && counts.newOfCampaign(c, campaign.id(), today) >= newPerDay) {
      return Optional.of(Reason.of("drumbeat.wait.new-per-day", newPerDay));
    }
    return Optional.empty();
  }

  /** The window of the campaign (T11, T12). */
  Optional<Hindrance> window(Due due) {
    Schedule ofAll = due.campaign().plan().schedule();
    Instant open = due.run().place().on(ofAll).firstOpen(due.now());
    if (!open.isAfter(due.now())) {
      return Optional.empty();
    }
    Reason why = Reason.of("drumbeat.wait.window");
    // Where leads have zones of their own, this one's closed window says nothing of the others.
    boolean forAll = ofAll.zones().equals(ZoneRule.CAMPAIGN) && isOnCampaignTime(due);
    return Optional.of(
        forAll ? new Hindrance.PutOffCampaign(open, why) : new Hindrance.PutOff(open, why));
  }

  private static boolean isOnCampaignTime(Due due) {
    return due.run().place().zoneSource() == ZoneSource.CAMPAIGN;
  }

  private static Span dayOf(Instant now, ZoneId zone) {
    Instant start = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return new Span(start, dayAfter(now, zone));
  }

  private static Instant dayAfter(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
