package dev.drumbeat.report;

import static java.util.Comparator.comparing;

import dev.drumbeat.mail.AccountSettings.SendLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What waits to leave from one account, and how fast it may: the caps of L1, a day being that of
 * the account's zone (L2). Exact to a minute, as the job that sends is.
 */
final class Lane {

  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int MINUTE = 60;
  private static final Duration HOUR = Duration.ofHours(1);

  private final int leads;
  private final SendLimits limits;
  private final ZoneId zone;
  private final Queue<Cohort> followUps = new PriorityQueue<>(comparing(Cohort::dueAt));
  private final Queue<Cohort> firsts = new PriorityQueue<>(comparing(Cohort::dueAt));
  private final Deque<Left> lastHour = new ArrayDeque<>();
  private Instant heldUntil = Instant.MIN;
  private LocalDate today = LocalDate.MIN;
  private int leftToday;

  Lane(int leads, SendLimits limits, ZoneId zone) {
    this.leads = leads;
    this.limits = limits;
    this.zone = zone;
  }

  private record Left(Instant at, int messages) {}

  /** How many leads are written to from there. */
  int leads() {
    return leads;
  }

  void add(Cohort cohort) {
    (cohort.first() ? firsts : followUps).add(cohort);
  }

  /** When something may happen next; the end of time when nothing waits. */
  Instant next() {
    Instant due = earlier(followUps.peek(), firsts.peek());
    return due.isAfter(heldUntil) ? due : heldUntil;
  }

  boolean isEmpty() {
    return followUps.isEmpty() && firsts.isEmpty();
  }

  private static Instant earlier(@Nullable Cohort one, @Nullable Cohort other) {
    Instant first = one == null ? Instant.MAX : one.dueAt();
    Instant second = other == null ? Instant.MAX : other.dueAt();
    return first.isBefore(second) ? first : second;
  }

  void hold(Instant until) {
    heldUntil = until;
  }

  /** Takes those who are due: follow-ups go before first mails (L3). */
  Cohort take(Instant now) {
    Cohort followUp = followUps.peek();
    boolean isDue = followUp != null && !followUp.dueAt().isAfter(now);
    return (isDue ? followUps : firsts).remove();
  }

  /** How many may leave at that moment; when none may, the lane is held until some may. */
  int allowed(Instant now) {
    int today = today(now);
    int thisHour = today <= 0 ? 0 : thisHour(now);
    return Math.min(Math.min(today, thisHour), thisMinute());
  }

  private int today(Instant now) {
    Integer most = limits.perDay();
    int allowed = most == null ? UNLIMITED : most - leftOn(now.atZone(zone).toLocalDate());
    if (allowed <= 0) {
      hold(today.plusDays(1).atStartOfDay(zone).toInstant());
    }
    return allowed;
  }

  private int thisHour(Instant now) {
    Integer most = limits.perHour();
    int allowed = most == null ? UNLIMITED : most - leftSince(now.minus(HOUR));
    if (allowed <= 0) {
      hold(lastHour.element().at().plus(HOUR));
    }
    return allowed;
  }

  private int thisMinute() {
    Integer gap = limits.minimumGapSeconds();
    return gap == null || gap == 0 ? UNLIMITED : Math.max(1, MINUTE / gap);
  }

  private int leftOn(LocalDate day) {
    if (!day.equals(today)) {
      today = day;
      leftToday = 0;
    }
    return leftToday;
  }

  private int leftSince(Instant from) {
    while (!lastHour.isEmpty() && !lastHour.element().at().isAfter(from)) {
      lastHour.remove();
    }
    return lastHour.stream().mapToInt(Left::messages).sum();
  }

  /** Notes that so many left. */
  void left(Instant now, int messages) {
    leftOn(now.atZone(zone).toLocalDate());
    leftToday += messages;
    if (limits.perHour() != null) {
      lastHour.add(new Left(now, messages));
    }
    Integer gap = limits.minimumGapSeconds();
    if (gap != null && gap > 0) {
      hold(now.plusSeconds((long) messages * gap));
    }
  }
}
