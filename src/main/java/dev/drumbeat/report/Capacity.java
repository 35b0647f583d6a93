package dev.drumbeat.report;

import static java.util.stream.Collectors.toMap;

import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much the accounts and the limits of a plan let out at most. */
final class Capacity {

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final SendLimits NONE = new SendLimits(null, null, null);

  private final Map<Long, MailAccount> accounts;

  Capacity(Collection<MailAccount> accounts) {
    this.accounts = accounts.stream().collect(toMap(MailAccount::id, account -> account));
  }

  /** The way out of so many leads; an account that is not chosen yet has no limits. */
  Lane lane(long accountId, int leads) {
    MailAccount account = accounts.get(accountId);
    return account == null
        ? new Lane(leads, NONE, ZoneId.systemDefault())
        : new Lane(leads, account.settings().limits(), zone(account));
  }

  private static ZoneId zone(MailAccount account) {
    ZoneId own = account.settings().zone();
    return own == null ? ZoneId.systemDefault() : own;
  }

  /** The most that can leave on the longest day of the schedule; null when nothing bounds it. */
  @Nullable Integer perDay(CampaignPlan plan, Collection<Long> used) {
    long open = longestDay(plan.schedule());
    long all = 0;
    for (long id : used) {
      MailAccount account = accounts.get(id);
      Optional<Long> most =
          account == null ? Optional.empty() : perDay(account.settings().limits(), open);
      all = most.isEmpty() || all == Long.MAX_VALUE ? Long.MAX_VALUE : all + most.get();
    }
    Integer ofPlan = plan.limits().perDay();
    long most = Math.min(all, ofPlan == null ? Long.MAX_VALUE : ofPlan);
    return most == Long.MAX_VALUE ? null : (int) Math.min(Integer.MAX_VALUE, most);
  }

  private static Optional<Long> perDay(SendLimits limits, long openSeconds) {
    Integer day = limits.perDay();
    Integer hour = limits.perHour();
    Integer gap = limits.minimumGapSeconds();
    return Stream.of(
            Optional.ofNullable(day).map(Integer::longValue),
            Optional.ofNullable(hour).map(most -> most * parts(openSeconds, HOUR)),
            Optional.ofNullable(gap).filter(g -> g > 0).map(g -> parts(openSeconds, g)))
        .flatMap(Optional::stream)
        .min(Long::compare);
  }

  private static long parts(long seconds, long each) {
    return (seconds + each - 1) / each;
  }

  private static long longestDay(Schedule schedule) {
    return schedule.windows().isEmpty()
        ? DAY
        : Stream.of(DayOfWeek.values()).mapToLong(day -> seconds(schedule, day)).max().orElse(DAY);
  }

  private static long seconds(Schedule schedule, DayOfWeek day) {
    return Math.min(
        DAY,
        schedule.windows().stream()
            .filter(block -> block.days().contains(day))
            .mapToLong(Capacity::seconds)
            .sum());
  }

  private static long seconds(Block block) {
    LocalTime from = block.from();
    LocalTime to = block.to();
    long length = Duration.between(from, to).toSeconds();
    return length > 0 ? length : length + DAY;
  }
}
